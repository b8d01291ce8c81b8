/** Whether a port of this machine leads to something that speaks TLS, whoever it lets in. */
import { connect } from 'node:tls';

/**
 * One look, with no certificate to show.
 *
 * @returns true too where the other side refuses the connection in the words of TLS, as one that wants a certificate does
 */
export function speaksTls(port: number, limitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    // Who it is does not matter here: nothing is asked, and nothing told.
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false });
    const end = (speaks: boolean) => {
      clearTimeout(limit);
      socket.destroy();
      resolve(speaks);
    };
    const limit = setTimeout(end, limitMs, false);
    socket.on('secureConnect', () => end(true));
    socket.on('error', (error: NodeJS.ErrnoException) => end(/_ALERT_/.test(error.code ?? '')));
    socket.on('close', () => end(false));
  });
}
