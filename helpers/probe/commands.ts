/** The commands that claims run in a probe container, and the readers of what they print. */
export {
  addresses,
  type Interface,
  type InterfaceAddress,
  interfaces,
  parseAddresses,
  parseInterfaces,
} from './addresses';
export { type FileFact, listFiles, parseFiles, probeDataFacts } from './files';
export { type HttpResult, httpGet, parseHttpGet } from './http';
export { type NameResult, parseResolveName, resolveName } from './names';
export { type PingResult, parsePing, pingCommand } from './ping';
export { parseRoutes, type Route, routes } from './routes';
export { type DoorState, parseTcpConnects, tcpConnects } from './tcp';
export { parseUdpReceived, parseUdpSend, type UdpCounters, type UdpSent, udpReceived, udpSend } from './udp';
