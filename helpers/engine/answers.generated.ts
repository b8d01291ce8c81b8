/** Generated from schemas/engine-v1.23/ by scripts/generate-types.js: change the schema, not this file. */

/**
 * 64 lower-case hexadecimal digits
 */
export type ObjectId = string;
/**
 * a moment as in RFC 3339, to the nanosecond
 */
export type Timestamp = string;
/**
 * The state machine of a container as one word.
 */
export type ContainerStatus = 'created' | 'running' | 'paused' | 'restarting' | 'exited' | 'dead';
/**
 * empty, or sha256: and 64 lower-case hexadecimal digits
 */
export type DigestOrEmpty = string;
/**
 * a slash and a name
 */
export type ContainerName = string;
/**
 * Where on the host the ports of a container are published.
 */
export type PortBindings = {
  /**
   * Null where the port is exposed only.
   */
  [k: string]:
    | {
        /**
         * The address on the host, or empty for all.
         */
        HostIp: string;
        /**
         * The port on the host, as text.
         */
        HostPort: string;
      }[]
    | null;
} | null;
/**
 * Relative block input and output.
 */
export type WeightDevices =
  | {
      /**
       * The device on the host.
       */
      Path: string;
      /**
       * Its relative weight.
       */
      Weight: number;
    }[]
  | null;
/**
 * Limits of block input or output, a second.
 */
export type ThrottleDevices =
  | {
      /**
       * The device on the host.
       */
      Path: string;
      /**
       * Bytes or operations a second at most.
       */
      Rate: number;
    }[]
  | null;
/**
 * What of a container does not depend on the host. Null only in an image without one.
 */
export type ContainerConfig = {
  /**
   * The name of the host inside.
   */
  Hostname: string;
  /**
   * The domain of the host inside.
   */
  Domainname: string;
  /**
   * The user that runs the command; empty for root.
   */
  User: string;
  /**
   * Was standard input attached at create?
   */
  AttachStdin: boolean;
  /**
   * Was standard output attached at create?
   */
  AttachStdout: boolean;
  /**
   * Was standard error attached at create?
   */
  AttachStderr: boolean;
  /**
   * Ports that the container listens on, as keys like 5000/tcp.
   */
  ExposedPorts?: {
    [k: string]: EmptyObject;
  };
  /**
   * Left from an experiment with services; absent unless it was sent.
   */
  PublishService?: string;
  /**
   * Are the streams a terminal?
   */
  Tty: boolean;
  /**
   * Does standard input stay open?
   */
  OpenStdin: boolean;
  /**
   * Is standard input closed after the first client?
   */
  StdinOnce: boolean;
  /**
   * Environment, each as NAME=value.
   */
  Env: string[] | null;
  /**
   * The command, or the arguments of the entry point.
   */
  Cmd: string[] | null;
  /**
   * Windows only.
   */
  ArgsEscaped?: boolean;
  /**
   * The image as it was named at create.
   */
  Image: string;
  /**
   * Paths of anonymous volumes, as keys.
   */
  Volumes: {
    [k: string]: EmptyObject;
  } | null;
  /**
   * The folder in which the command starts.
   */
  WorkingDir: string;
  /**
   * The entry point.
   */
  Entrypoint: string[] | null;
  /**
   * Is the container without any network?
   */
  NetworkDisabled?: boolean;
  /**
   * The MAC address that was asked for.
   */
  MacAddress?: string;
  /**
   * Triggers of a later build.
   */
  OnBuild: string[] | null;
  /**
   * Labels by name.
   */
  Labels: {
    [k: string]: string;
  } | null;
  /**
   * The signal that stops the container.
   */
  StopSignal?: string;
} | null;
/**
 * empty, or 64 lower-case hexadecimal digits
 */
export type ObjectIdOrEmpty = string;
/**
 * empty, or an IPv6 address
 */
export type Ipv6OrEmpty = string;
/**
 * empty, or an IPv4 address
 */
export type Ipv4OrEmpty = string;
/**
 * Bits of the network part; 0 where there is no address.
 */
export type PrefixLengthV6 = number;
/**
 * Bits of the network part; 0 where there is no address.
 */
export type PrefixLengthV4 = number;
/**
 * empty, or six pairs of lower-case hexadecimal digits with colons
 */
export type MacOrEmpty = string;
/**
 * an IPv4 address
 */
export type Ipv4 = string;
/**
 * an IPv6 address
 */
export type Ipv6 = string;
/**
 * Answer of GET /containers/json, as Docker 1.11.1 answers it at API v1.23.
 *
 * Items: One container.
 */
export type ContainerList = {
  /**
   * The container's id.
   */
  Id: ObjectId;
  /**
   * Its name, and those that links give it.
   */
  Names: ContainerName[];
  /**
   * The image as it was named, or its id.
   */
  Image: string;
  /**
   * The image that it was made from.
   */
  ImageID: DigestOrEmpty;
  /**
   * The command with its arguments.
   */
  Command: string;
  /**
   * Unix seconds.
   */
  Created: number;
  /**
   * The ports that it exposes or publishes; empty while it does not run.
   *
   * Items: One port, and where it is published.
   */
  Ports: {
    /**
     * The address on the host, where published.
     */
    IP?: string;
    /**
     * The port in the container.
     */
    PrivatePort: number;
    /**
     * The port on the host, where published.
     */
    PublicPort?: number;
    /**
     * The protocol.
     */
    Type: 'tcp' | 'udp';
  }[];
  /**
   * Bytes written; only where size was asked.
   */
  SizeRw?: number;
  /**
   * Bytes in all; only where size was asked.
   */
  SizeRootFs?: number;
  /**
   * Labels by name.
   */
  Labels: {
    [k: string]: string;
  } | null;
  /**
   * The state as one word.
   */
  State: ContainerStatus;
  /**
   * For a person, as "Up 3 minutes".
   */
  Status: string;
  /**
   * What of the host configuration the list tells.
   */
  HostConfig: {
    /**
     * The network mode, as it was asked for.
     */
    NetworkMode?: string;
  };
  /**
   * Where it is on the networks.
   */
  NetworkSettings: {
    /**
     * The endpoints by the name of the network.
     */
    Networks: {
      [k: string]: EndpointSettings;
    };
  };
  /**
   * Volumes and bind mounts, in no order.
   */
  Mounts: MountPoint[];
}[];
/**
 * Body of an error, as Docker 1.11.1 answers it at API v1.23. It is text, not an object (JSON with a message begins with API 1.24), and ends with a newline; the refusal of a predefined network is a bare JSON string.
 */
export type Error = Message;
/**
 * text that is not blank
 */
export type Message = string;
/**
 * bytes in base 64, or null
 */
export type Base64 = string | null;
/**
 * sha256: and 64 lower-case hexadecimal digits
 */
export type Digest = string;
/**
 * Answer of GET /images/json, as Docker 1.11.1 answers it at API v1.23.
 *
 * Items: One image.
 */
export type ImageList = {
  /**
   * The digest of its configuration.
   */
  Id: Digest;
  /**
   * The image on which it was built here.
   */
  ParentId: DigestOrEmpty;
  /**
   * Its names, as repository:tag; null where it has none.
   */
  RepoTags: string[] | null;
  /**
   * Its names in registries, as repository@digest; null where it has none.
   */
  RepoDigests: string[] | null;
  /**
   * Unix seconds.
   */
  Created: number;
  /**
   * Bytes.
   */
  Size: number;
  /**
   * The same as Size.
   */
  VirtualSize: number;
  /**
   * Labels by name.
   */
  Labels: {
    [k: string]: string;
  } | null;
}[];
/**
 * 12 groups of four base-32 letters, with colons between
 */
export type EngineId = string;
/**
 * a subnet as address/prefix, IPv4 or IPv6
 */
export type Cidr = string;
/**
 * an address; with its prefix length where the engine chose the subnet
 */
export type Gateway = string;
/**
 * empty, or an IPv4 address with its prefix length
 */
export type Ipv4CidrOrEmpty = string;
/**
 * empty, or an IPv6 address with its prefix length
 */
export type Ipv6CidrOrEmpty = string;
/**
 * Answer of GET /networks, as Docker 1.11.1 answers it at API v1.23.
 */
export type NetworkList = NetworkInspect[];
/**
 * two numbers with a dot between
 */
export type ApiVersion = string;
/**
 * Answer of POST /volumes/create, as Docker 1.11.1 answers it at API v1.23.
 */
export type VolumeCreate = VolumeInspect;

export interface Answers {
  'container-create': ContainerCreate;
  'container-inspect': ContainerInspect;
  'container-list': ContainerList;
  'container-wait': ContainerWait;
  error: Error;
  event: Event;
  'exec-create': ExecCreate;
  'exec-inspect': ExecInspect;
  'image-inspect': ImageInspect;
  'image-list': ImageList;
  info: Info;
  'network-create': NetworkCreate;
  'network-inspect': NetworkInspect;
  'network-list': NetworkList;
  version: Version;
  'volume-create': VolumeCreate;
  'volume-inspect': VolumeInspect;
  'volume-list': VolumeList;
}
/**
 * Answer of POST /containers/create, as Docker 1.11.1 answers it at API v1.23.
 */
export interface ContainerCreate {
  /**
   * The container that was made.
   */
  Id: ObjectId;
  /**
   * What the engine found doubtful in the request.
   */
  Warnings: string[] | null;
}
/**
 * Answer of GET /containers/{id}/json, as Docker 1.11.1 answers it at API v1.23.
 */
export interface ContainerInspect {
  /**
   * The container's id.
   */
  Id: ObjectId;
  /**
   * When it was created.
   */
  Created: Timestamp;
  /**
   * The command that runs.
   */
  Path: string;
  /**
   * Its arguments.
   */
  Args: string[] | null;
  /**
   * Where it is in its life.
   */
  State: {
    /**
     * The state as one word.
     */
    Status: ContainerStatus;
    /**
     * True also while paused or restarting.
     */
    Running: boolean;
    /**
     * Are its processes frozen?
     */
    Paused: boolean;
    /**
     * Does it wait to be started again?
     */
    Restarting: boolean;
    /**
     * Was it ended for want of memory?
     */
    OOMKilled: boolean;
    /**
     * Did its removal fail half-way?
     */
    Dead: boolean;
    /**
     * The first process on the host; 0 while it does not run.
     */
    Pid: number;
    /**
     * The exit status of the first process; 0 while it runs.
     */
    ExitCode: number;
    /**
     * Why the last start failed.
     */
    Error: string;
    /**
     * When it was last started; the year 1 if never.
     */
    StartedAt: Timestamp;
    /**
     * When it last ended; the year 1 if never.
     */
    FinishedAt: Timestamp;
  };
  /**
   * The image that it was made from.
   */
  Image: DigestOrEmpty;
  /**
   * Its resolv.conf on the host.
   */
  ResolvConfPath: string;
  /**
   * Its file hostname on the host.
   */
  HostnamePath: string;
  /**
   * Its file hosts on the host.
   */
  HostsPath: string;
  /**
   * Its log on the host; empty where the log driver keeps no file, and before the first start.
   */
  LogPath: string;
  /**
   * Its name.
   */
  Name: ContainerName;
  /**
   * How often its restart policy started it again.
   */
  RestartCount: number;
  /**
   * The storage driver.
   */
  Driver: string;
  /**
   * The SELinux label of its mounts.
   */
  MountLabel: string;
  /**
   * The SELinux label of its processes.
   */
  ProcessLabel: string;
  /**
   * The AppArmor profile of its processes.
   */
  AppArmorProfile: string;
  /**
   * Commands that exec started.
   */
  ExecIDs: ObjectId[] | null;
  /**
   * What of it depends on the host.
   */
  HostConfig: HostConfig;
  /**
   * What the storage driver keeps of it.
   */
  GraphDriver: GraphDriver;
  /**
   * Bytes written; only where size was asked.
   */
  SizeRw?: number;
  /**
   * Bytes in all; only where size was asked.
   */
  SizeRootFs?: number;
  /**
   * Volumes and bind mounts, in no order.
   */
  Mounts: MountPoint[];
  /**
   * What of it does not depend on the host.
   */
  Config: ContainerConfig;
  /**
   * Where it is on the networks.
   */
  NetworkSettings: {
    /**
     * The bridge; empty since 1.9.
     */
    Bridge: string;
    /**
     * The network namespace; empty while it does not run.
     */
    SandboxID: ObjectIdOrEmpty;
    /**
     * May it reach its own published ports by the host's address, on the bridge's word?
     */
    HairpinMode: boolean;
    /**
     * The link-local IPv6 address.
     */
    LinkLocalIPv6Address: Ipv6OrEmpty;
    /**
     * The prefix length of the link-local address.
     */
    LinkLocalIPv6PrefixLen: number;
    /**
     * The ports as they are published now; null before the first start and after a stop.
     */
    Ports: PortBindings;
    /**
     * The file of the network namespace.
     */
    SandboxKey: string;
    /**
     * Further IPv4 addresses.
     */
    SecondaryIPAddresses: Address[] | null;
    /**
     * Further IPv6 addresses.
     */
    SecondaryIPv6Addresses: Address[] | null;
    /**
     * This and the addresses mirror the endpoint on the network bridge; empty elsewhere.
     */
    EndpointID: ObjectIdOrEmpty;
    /**
     * The IPv4 gateway on the network bridge.
     */
    Gateway: Ipv4OrEmpty;
    /**
     * The IPv6 address on the network bridge.
     */
    GlobalIPv6Address: Ipv6OrEmpty;
    /**
     * The prefix length of that IPv6 address.
     */
    GlobalIPv6PrefixLen: PrefixLengthV6;
    /**
     * The IPv4 address on the network bridge.
     */
    IPAddress: Ipv4OrEmpty;
    /**
     * The prefix length of that IPv4 address.
     */
    IPPrefixLen: PrefixLengthV4;
    /**
     * The IPv6 gateway on the network bridge.
     */
    IPv6Gateway: Ipv6OrEmpty;
    /**
     * The MAC address on the network bridge.
     */
    MacAddress: MacOrEmpty;
    /**
     * The endpoints by the name of the network.
     */
    Networks: {
      [k: string]: EndpointSettings;
    } | null;
  };
}
/**
 * What of a container depends on the host.
 */
export interface HostConfig {
  /**
   * Binds and named volumes, as source:destination[:options].
   */
  Binds: string[] | null;
  /**
   * The file into which the client wrote the id.
   */
  ContainerIDFile: string;
  /**
   * Where the output of the container goes.
   */
  LogConfig: {
    /**
     * The log driver.
     */
    Type: string;
    /**
     * Its options.
     */
    Config: {
      [k: string]: string;
    } | null;
  };
  /**
   * bridge, host, none, container:ID, default, or the network by name.
   */
  NetworkMode: string;
  /**
   * The ports to publish, as they were asked for.
   */
  PortBindings: PortBindings;
  /**
   * What happens when the container ends.
   */
  RestartPolicy: {
    /**
     * When to restart.
     */
    Name: '' | 'no' | 'always' | 'unless-stopped' | 'on-failure';
    /**
     * How often at most, for on-failure.
     */
    MaximumRetryCount: number;
  };
  /**
   * Kept, and not acted on by the daemon of 1.11.
   */
  AutoRemove: boolean;
  /**
   * The driver of anonymous volumes.
   */
  VolumeDriver: string;
  /**
   * Containers whose volumes are mounted too.
   */
  VolumesFrom: string[] | null;
  /**
   * Capabilities added.
   */
  CapAdd: string[] | null;
  /**
   * Capabilities dropped.
   */
  CapDrop: string[] | null;
  /**
   * Name servers.
   */
  Dns: string[] | null;
  /**
   * Options of the resolver.
   */
  DnsOptions: string[] | null;
  /**
   * Search domains.
   */
  DnsSearch: string[] | null;
  /**
   * Further lines of the hosts file, as name:address.
   */
  ExtraHosts: string[] | null;
  /**
   * Further groups of the process.
   */
  GroupAdd: string[] | null;
  /**
   * Whose shared memory: empty, host or container:ID.
   */
  IpcMode: string;
  /**
   * The cgroup to join, as container:ID; empty for its own.
   */
  Cgroup: string;
  /**
   * Links, as /target:/container/alias.
   */
  Links: string[] | null;
  /**
   * How soon the kernel ends it for want of memory, -1000 to 1000.
   */
  OomScoreAdj: number;
  /**
   * Whose processes it sees: empty for its own, or host.
   */
  PidMode: string;
  /**
   * Does it have all rights on the host's devices?
   */
  Privileged: boolean;
  /**
   * Is every exposed port published?
   */
  PublishAllPorts: boolean;
  /**
   * Is its root file system read-only?
   */
  ReadonlyRootfs: boolean;
  /**
   * Options of the security modules, as label:disable.
   */
  SecurityOpt: string[] | null;
  /**
   * Options of the storage driver.
   */
  StorageOpt: {
    [k: string]: string;
  } | null;
  /**
   * Memory file systems: options by path.
   */
  Tmpfs?: {
    [k: string]: string;
  };
  /**
   * Whose host name: empty for its own, or host.
   */
  UTSMode: string;
  /**
   * Whose users: empty for those of the daemon, or host.
   */
  UsernsMode: string;
  /**
   * Bytes of shared memory.
   */
  ShmSize: number;
  /**
   * Kernel parameters of the namespaces.
   */
  Sysctls?: {
    [k: string]: string;
  };
  /**
   * Height and width; Windows only.
   *
   * @minItems 2
   * @maxItems 2
   */
  ConsoleSize: [number, number];
  /**
   * How it is kept apart; Windows only.
   */
  Isolation: string;
  /**
   * Relative weight.
   */
  CpuShares: number;
  /**
   * Limit in bytes; 0 for none.
   */
  Memory: number;
  /**
   * The cgroup below which its own lies.
   */
  CgroupParent: string;
  /**
   * Relative weight of block input and output, 10 to 1000; 0 where it was not asked for.
   */
  BlkioWeight: number;
  /**
   * That weight for single devices.
   */
  BlkioWeightDevice: WeightDevices;
  /**
   * Bytes read.
   */
  BlkioDeviceReadBps: ThrottleDevices;
  /**
   * Bytes written.
   */
  BlkioDeviceWriteBps: ThrottleDevices;
  /**
   * Read operations.
   */
  BlkioDeviceReadIOps: ThrottleDevices;
  /**
   * Write operations.
   */
  BlkioDeviceWriteIOps: ThrottleDevices;
  /**
   * Microseconds.
   */
  CpuPeriod: number;
  /**
   * Microseconds in a period.
   */
  CpuQuota: number;
  /**
   * Processors, as 0-2,4.
   */
  CpusetCpus: string;
  /**
   * Memory nodes, as 0-2,4.
   */
  CpusetMems: string;
  /**
   * Devices of the host in the container.
   */
  Devices:
    | {
        /**
         * The device on the host.
         */
        PathOnHost: string;
        /**
         * The device in the container.
         */
        PathInContainer: string;
        /**
         * What may be done with it: r, w and m.
         */
        CgroupPermissions: string;
      }[]
    | null;
  /**
   * Bytes.
   */
  DiskQuota: number;
  /**
   * Bytes.
   */
  KernelMemory: number;
  /**
   * Bytes.
   */
  MemoryReservation: number;
  /**
   * Bytes of memory and swap; -1 for no limit.
   */
  MemorySwap: number;
  /**
   * 0 to 100; -1 where it was not asked for.
   */
  MemorySwappiness: number | null;
  /**
   * Is it spared for want of memory? Null where it was not asked for.
   */
  OomKillDisable: boolean | null;
  /**
   * Processes at most; 0 for no limit.
   */
  PidsLimit: number;
  /**
   * Limits of its processes.
   */
  Ulimits:
    | {
        /**
         * The limit, as nofile.
         */
        Name: string;
        /**
         * The value that is not passed.
         */
        Hard: number;
        /**
         * The value that counts, and that the process may raise.
         */
        Soft: number;
      }[]
    | null;
  /**
   * Windows only.
   */
  CpuCount: number;
  /**
   * Windows only.
   */
  CpuPercent: number;
  /**
   * Windows only.
   */
  BlkioIOps: number;
  /**
   * Windows only.
   */
  BlkioBps: number;
  /**
   * Windows only.
   */
  SandboxSize: number;
}
/**
 * What the storage driver keeps of a container or image.
 */
export interface GraphDriver {
  /**
   * The storage driver.
   */
  Name: string;
  /**
   * Its own data, such as paths of layers.
   */
  Data: {
    [k: string]: string;
  } | null;
}
/**
 * One volume or bind mount of a container.
 */
export interface MountPoint {
  /**
   * The volume; absent for a bind mount.
   */
  Name?: string;
  /**
   * The folder on the host.
   */
  Source: string;
  /**
   * The path in the container.
   */
  Destination: string;
  /**
   * The volume driver; absent for a bind mount.
   */
  Driver?: string;
  /**
   * The options as they were asked for, as ro or z.
   */
  Mode: string;
  /**
   * May the container write?
   */
  RW: boolean;
  /**
   * How mounts below spread; empty for a volume.
   */
  Propagation: '' | 'private' | 'rprivate' | 'slave' | 'rslave' | 'shared' | 'rshared';
}
/**
 * An object without fields: its key says it all.
 */
export interface EmptyObject {}
/**
 * A further address of a container.
 */
export interface Address {
  /**
   * The address.
   */
  Addr: string;
  /**
   * Its prefix length.
   */
  PrefixLen: number;
}
/**
 * A container on one network, seen from the container.
 */
export interface EndpointSettings {
  /**
   * The addresses that were asked for; null where none was.
   */
  IPAMConfig: {
    /**
     * The IPv4 address that was asked for.
     */
    IPv4Address?: Ipv4;
    /**
     * The IPv6 address that was asked for.
     */
    IPv6Address?: Ipv6;
  } | null;
  /**
   * Links to other containers on this network, as name:alias.
   */
  Links: string[] | null;
  /**
   * Further names of the container on this network.
   */
  Aliases: string[] | null;
  /**
   * The network; empty in the list of containers.
   */
  NetworkID: ObjectIdOrEmpty;
  /**
   * The endpoint; empty while the container does not run.
   */
  EndpointID: ObjectIdOrEmpty;
  /**
   * The IPv4 gateway of the network; empty while the container does not run, and where there is none.
   */
  Gateway: Ipv4OrEmpty;
  /**
   * The IPv4 address on this network; empty while the container does not run.
   */
  IPAddress: Ipv4OrEmpty;
  /**
   * The prefix length of the IPv4 address.
   */
  IPPrefixLen: PrefixLengthV4;
  /**
   * The IPv6 gateway of the network, where it has one.
   */
  IPv6Gateway: Ipv6OrEmpty;
  /**
   * The IPv6 address on this network, where it has one.
   */
  GlobalIPv6Address: Ipv6OrEmpty;
  /**
   * The prefix length of the IPv6 address.
   */
  GlobalIPv6PrefixLen: PrefixLengthV6;
  /**
   * The MAC address on this network; empty while the container does not run.
   */
  MacAddress: MacOrEmpty;
}
/**
 * Answer of POST /containers/{id}/wait, as Docker 1.11.1 answers it at API v1.23.
 */
export interface ContainerWait {
  /**
   * The exit status.
   */
  StatusCode: number;
}
/**
 * One line of GET /events, as Docker 1.11.1 answers it at API v1.23. The stream is JSON objects with a newline after each, not an array.
 */
export interface Event {
  /**
   * The action, for containers and images.
   */
  status?: string;
  /**
   * The object, for containers and images.
   */
  id?: string;
  /**
   * The image, for containers.
   */
  from?: string;
  /**
   * The kind of object.
   */
  Type: 'container' | 'image' | 'volume' | 'network';
  /**
   * What happened to it, as start or connect.
   */
  Action: string;
  /**
   * What it happened to.
   */
  Actor: {
    /**
     * Its id, or its name where it has none.
     */
    ID: string;
    /**
     * What else is known of it, by name.
     */
    Attributes: {
      [k: string]: string;
    };
  };
  /**
   * Unix seconds.
   */
  time?: number;
  /**
   * Unix nanoseconds.
   */
  timeNano?: number;
}
/**
 * Answer of POST /containers/{id}/exec, as Docker 1.11.1 answers it at API v1.23.
 */
export interface ExecCreate {
  /**
   * The exec that was made.
   */
  Id: ObjectId;
}
/**
 * Answer of GET /exec/{id}/json, as Docker 1.11.1 answers it at API v1.23.
 */
export interface ExecInspect {
  /**
   * The exec's id.
   */
  ID: ObjectId;
  /**
   * Does its process run?
   */
  Running: boolean;
  /**
   * Null until it has ended.
   */
  ExitCode: number | null;
  /**
   * What runs.
   */
  ProcessConfig: {
    /**
     * Are the streams a terminal?
     */
    tty: boolean;
    /**
     * The command.
     */
    entrypoint: string;
    /**
     * The arguments of the command.
     */
    arguments: string[] | null;
    /**
     * Does it have all rights on the host's devices?
     */
    privileged?: boolean;
    /**
     * The user that runs it; absent for the container's own.
     */
    user?: string;
  };
  /**
   * Is standard input attached?
   */
  OpenStdin: boolean;
  /**
   * Is standard error attached?
   */
  OpenStderr: boolean;
  /**
   * Is standard output attached?
   */
  OpenStdout: boolean;
  /**
   * Has it ended, so that the daemon may forget it?
   */
  CanRemove: boolean;
  /**
   * The container in which it runs.
   */
  ContainerID: ObjectId;
  /**
   * The keys that detach its terminal, as bytes in base 64; null for the daemon's own.
   */
  DetachKeys: Base64;
}
/**
 * Answer of GET /images/{name}/json, as Docker 1.11.1 answers it at API v1.23.
 */
export interface ImageInspect {
  /**
   * The digest of its configuration.
   */
  Id: Digest;
  /**
   * Its names, as repository:tag.
   */
  RepoTags: string[];
  /**
   * Its names in registries, as repository@digest.
   */
  RepoDigests: string[];
  /**
   * The image on which it was built here.
   */
  Parent: DigestOrEmpty;
  /**
   * What was said at its commit or import.
   */
  Comment: string;
  /**
   * When it was made.
   */
  Created: Timestamp;
  /**
   * The container that it was committed from.
   */
  Container: ObjectIdOrEmpty;
  /**
   * The configuration of the container that it was committed from.
   */
  ContainerConfig: ContainerConfig;
  /**
   * The version that made it.
   */
  DockerVersion: string;
  /**
   * Who made it.
   */
  Author: string;
  /**
   * What a container of this image is given.
   */
  Config: ContainerConfig;
  /**
   * The processor for which it is.
   */
  Architecture: string;
  /**
   * The operating system for which it is.
   */
  Os: string;
  /**
   * Bytes.
   */
  Size: number;
  /**
   * The same as Size.
   */
  VirtualSize: number;
  /**
   * What the storage driver keeps of it.
   */
  GraphDriver: GraphDriver;
  /**
   * Its layers.
   */
  RootFS: {
    /**
     * layers.
     */
    Type: string;
    /**
     * From the base up.
     */
    Layers?: Digest[];
    /**
     * Windows only.
     */
    BaseLayer?: string;
  };
}
/**
 * Answer of GET /info, as Docker 1.11.1 answers it at API v1.23.
 */
export interface Info {
  /**
   * The engine's id, made from its key.
   */
  ID: EngineId;
  /**
   * How many containers there are.
   */
  Containers: number;
  /**
   * How many of them run.
   */
  ContainersRunning: number;
  /**
   * How many of them are paused.
   */
  ContainersPaused: number;
  /**
   * How many of them do not run.
   */
  ContainersStopped: number;
  /**
   * How many images there are.
   */
  Images: number;
  /**
   * The storage driver.
   */
  Driver: string;
  /**
   * What it says, as pairs.
   */
  DriverStatus: [string, string][] | null;
  /**
   * What a cluster manager says, as pairs.
   */
  SystemStatus: [string, string][] | null;
  /**
   * Drivers by kind.
   */
  Plugins: {
    /**
     * Volume drivers.
     */
    Volume: string[] | null;
    /**
     * Network drivers.
     */
    Network: string[] | null;
    /**
     * Plug-ins that allow or refuse requests.
     */
    Authorization: string[] | null;
  };
  /**
   * Can memory be limited?
   */
  MemoryLimit: boolean;
  /**
   * Can memory and swap together be limited?
   */
  SwapLimit: boolean;
  /**
   * Can the kernel's memory be limited?
   */
  KernelMemory: boolean;
  /**
   * Can the scheduler's period be set?
   */
  CpuCfsPeriod: boolean;
  /**
   * Can the scheduler's quota be set?
   */
  CpuCfsQuota: boolean;
  /**
   * Can relative weights of processors be set?
   */
  CPUShares: boolean;
  /**
   * Can containers be bound to processors?
   */
  CPUSet: boolean;
  /**
   * Does the host forward IPv4?
   */
  IPv4Forwarding: boolean;
  /**
   * Does the host's IPv4 packet filter see what crosses bridges?
   */
  BridgeNfIptables: boolean;
  /**
   * Does the host's IPv6 packet filter see what crosses bridges?
   */
  BridgeNfIp6tables: boolean;
  /**
   * Does the daemon log for debugging?
   */
  Debug: boolean;
  /**
   * Open files of the daemon; -1 where unknown.
   */
  NFd: number;
  /**
   * Can containers be spared for want of memory?
   */
  OomKillDisable: boolean;
  /**
   * Goroutines of the daemon.
   */
  NGoroutines: number;
  /**
   * The host's clock.
   */
  SystemTime: Timestamp;
  /**
   * What runs containers; empty since 1.11.
   */
  ExecutionDriver: string;
  /**
   * The log driver where none is asked for.
   */
  LoggingDriver: string;
  /**
   * What makes cgroups: cgroupfs or systemd.
   */
  CgroupDriver: string;
  /**
   * How many clients listen to events.
   */
  NEventsListener: number;
  /**
   * The version of the host's kernel.
   */
  KernelVersion: string;
  /**
   * The host's operating system, by its name and version.
   */
  OperatingSystem: string;
  /**
   * The kind of operating system, as linux.
   */
  OSType: string;
  /**
   * The host's processor, as uname says it.
   */
  Architecture: string;
  /**
   * The registry of names without a host.
   */
  IndexServerAddress: string;
  /**
   * How registries are spoken to.
   */
  RegistryConfig: {
    /**
     * Subnets whose registries need no TLS.
     */
    InsecureRegistryCIDRs: Cidr[];
    /**
     * Registries by name.
     */
    IndexConfigs: {
      /**
       * How one registry is spoken to.
       */
      [k: string]: {
        /**
         * The registry.
         */
        Name: string;
        /**
         * Where its images are looked for first.
         */
        Mirrors: string[] | null;
        /**
         * Must it speak TLS?
         */
        Secure: boolean;
        /**
         * Is it the registry of names without a host?
         */
        Official: boolean;
      };
    };
    /**
     * Where the images of the official registry are looked for first.
     */
    Mirrors: string[] | null;
  };
  /**
   * Processors.
   */
  NCPU: number;
  /**
   * Bytes.
   */
  MemTotal: number;
  /**
   * Where the daemon keeps its data on the host.
   */
  DockerRootDir: string;
  /**
   * The proxy for http.
   */
  HttpProxy: string;
  /**
   * The proxy for https.
   */
  HttpsProxy: string;
  /**
   * What is reached without a proxy.
   */
  NoProxy: string;
  /**
   * The host's name.
   */
  Name: string;
  /**
   * Labels of the daemon, as name=value; null where it has none.
   */
  Labels: string[] | null;
  /**
   * Was the daemon built with experiments?
   */
  ExperimentalBuild: boolean;
  /**
   * The version of the engine.
   */
  ServerVersion: string;
  /**
   * The key-value store of the cluster, as consul://host:port; empty where there is none.
   */
  ClusterStore: string;
  /**
   * The address by which other hosts reach this one; empty where there is no cluster.
   */
  ClusterAdvertise: string;
}
/**
 * Answer of POST /networks/create, as Docker 1.11.1 answers it at API v1.23.
 */
export interface NetworkCreate {
  /**
   * The network that was made.
   */
  Id: ObjectId;
  /**
   * Said where the name was taken and CheckDuplicate was not set.
   */
  Warning: string;
}
/**
 * Answer of GET /networks/{id}, and each item of GET /networks, as Docker 1.11.1 answers it at API v1.23.
 */
export interface NetworkInspect {
  /**
   * The network's name.
   */
  Name: string;
  /**
   * The network's id.
   */
  Id: ObjectId;
  /**
   * global where a store makes hosts share it.
   */
  Scope: 'local' | 'global';
  /**
   * bridge, host, null, overlay, or that of a plug-in.
   */
  Driver: string;
  /**
   * Does it have IPv6 too?
   */
  EnableIPv6: boolean;
  /**
   * How addresses are managed.
   */
  IPAM: {
    /**
     * What gives out addresses, as default or null.
     */
    Driver: string;
    /**
     * Options of that driver.
     */
    Options: {
      [k: string]: string;
    } | null;
    /**
     * The subnets; empty for host and none.
     *
     * Items: One subnet.
     */
    Config: {
      /**
       * The subnet.
       */
      Subnet?: Cidr;
      /**
       * The part of the subnet from which addresses are chosen.
       */
      IPRange?: Cidr;
      /**
       * The gateway's address in the subnet.
       */
      Gateway?: Gateway;
      /**
       * Addresses that are taken, by name.
       */
      AuxiliaryAddresses?: {
        [k: string]: string;
      };
    }[];
  };
  /**
   * Is it without a way out?
   */
  Internal: boolean;
  /**
   * The endpoints by the id of their container.
   */
  Containers: {
    /**
     * One endpoint on the network.
     */
    [k: string]: {
      /**
       * The container, or the endpoint where no sandbox has it.
       */
      Name: string;
      /**
       * The endpoint's id.
       */
      EndpointID: ObjectId;
      /**
       * The endpoint's MAC address.
       */
      MacAddress: MacOrEmpty;
      /**
       * The endpoint's IPv4 address.
       */
      IPv4Address: Ipv4CidrOrEmpty;
      /**
       * The endpoint's IPv6 address, where the network has IPv6.
       */
      IPv6Address: Ipv6CidrOrEmpty;
    };
  };
  /**
   * Options of the driver.
   */
  Options: {
    [k: string]: string;
  };
  /**
   * Labels by name.
   */
  Labels: {
    [k: string]: string;
  };
}
/**
 * Answer of GET /version, as Docker 1.11.1 answers it at API v1.23.
 */
export interface Version {
  /**
   * The version of the engine.
   */
  Version: string;
  /**
   * The newest that it serves.
   */
  ApiVersion: ApiVersion;
  /**
   * The commit that it was built from.
   */
  GitCommit: string;
  /**
   * The version of Go that built it.
   */
  GoVersion: string;
  /**
   * The operating system for which it was built.
   */
  Os: string;
  /**
   * The processor for which it was built.
   */
  Arch: string;
  /**
   * The version of the host's kernel.
   */
  KernelVersion?: string;
  /**
   * Was it built with experiments?
   */
  Experimental?: boolean;
  /**
   * When it was built.
   */
  BuildTime?: string;
}
/**
 * Answer of GET /volumes/{name} and of POST /volumes/create, as Docker 1.11.1 answers it at API v1.23.
 */
export interface VolumeInspect {
  /**
   * The volume's name.
   */
  Name: string;
  /**
   * What keeps it, as local.
   */
  Driver: string;
  /**
   * The folder on the host.
   */
  Mountpoint: string;
  /**
   * What the driver says of it.
   */
  Status?: {};
  /**
   * Labels by name; null where none was given.
   */
  Labels: {
    [k: string]: string;
  } | null;
}
/**
 * Answer of GET /volumes, as Docker 1.11.1 answers it at API v1.23.
 */
export interface VolumeList {
  /**
   * Null where there is none.
   */
  Volumes: VolumeInspect[] | null;
  /**
   * What drivers failed to say.
   */
  Warnings: string[] | null;
}
