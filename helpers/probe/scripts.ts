/** The first processes of the probe's containers, as scripts of busybox's shell. */

/**
 * Waits, and ends at once with status 0 on TERM or INT. As process 1 a program gets no signal that it has not asked for,
 * so `sleep` itself would hold every stop for the engine's ten seconds. The shell is asleep in `wait`, which a signal
 * interrupts.
 */
export const IDLE = `#!/bin/sh
trap 'kill $! 2>/dev/null; exit 0' TERM INT
while :; do
  sleep 3600 &
  wait $!
done
`;

/** As IDLE, and an HTTP server on port 8080, or on the port that is given as its argument. Ends where the server does. */
export const SERVE = `#!/bin/sh
trap 'kill $! 2>/dev/null; exit 0' TERM INT
httpd -f -p "\${1:-8080}" -h /probe/www &
wait $!
`;

/** Where the scripts are in the image, for the `process` option of a container. */
export const PROCESSES = { idle: ['/probe/idle'], serve: ['/probe/serve'] } as const;

/** The port that /probe/serve listens on. */
export const SERVE_PORT = 8080;
