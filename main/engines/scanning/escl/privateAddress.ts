import { BlockList, isIP, isIPv6 } from 'node:net';

const own = new BlockList();
// RFC 1918, link-local (RFC 3927, RFC 4291) and unique local addresses (RFC 4193).
own.addSubnet('10.0.0.0', 8);
own.addSubnet('172.16.0.0', 12);
own.addSubnet('192.168.0.0', 16);
own.addSubnet('169.254.0.0', 16);
own.addSubnet('fe80::', 10, 'ipv6');
own.addSubnet('fc00::', 7, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Whether an IP address is of one's own network; of this computer itself only where a test says so. */
export function isPrivateAddress(address: string, { allowLoopback = false }: { allowLoopback?: boolean } = {}): boolean {
  const plain = (/^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1] ?? address).replace(/%.*$/u, '');
  if (isIP(plain) === 0) return false;
  const family = isIPv6(plain) ? 'ipv6' : 'ipv4';
  return own.check(plain, family) || (allowLoopback && loopback.check(plain, family));
}
