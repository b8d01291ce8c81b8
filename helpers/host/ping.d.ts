/** The part of the library `ping` that is used here; it comes without types. */
declare module 'ping' {
  interface PingConfig {
    /** Echo requests to send. */
    min_reply: number;
    /** Seconds to wait for a reply. */
    timeout: number;
    /** Seconds until the command ends by itself. */
    deadline: number;
  }
  interface PingResponse {
    alive: boolean;
    /** What the ping command printed. */
    output: string;
  }
  const ping: { promise: { probe(address: string, config: PingConfig): Promise<PingResponse> } };
  export default ping;
}
