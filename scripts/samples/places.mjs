/**
 * The network that the samples come from: a small shop in one VPC. Inside it private addresses,
 * outside those that are kept for documentation (RFC 5737, RFC 3849).
 */

export const account = '1300000001';

/** @typedef {{ id: string, address: string, address6?: string }} Interface */

/** @type {Record<'bastion' | 'web1' | 'web2' | 'mysql' | 'redis', Interface>} */
export const interfaces = {
  bastion: { id: 'eni-8p2fk6va', address: '10.20.0.5' },
  web1: { id: 'eni-3c7mw1qd', address: '10.20.1.11', address6: '2001:db8:20:1::11' },
  web2: { id: 'eni-5h9tx4nb', address: '10.20.1.12', address6: '2001:db8:20:1::12' },
  mysql: { id: 'eni-0r6ys2je', address: '10.20.2.21' },
  redis: { id: 'eni-7v1dg8lu', address: '10.20.2.22' },
};

/** Where the load balancer's health checks come from: the platform's shared range (RFC 6598). */
export const healthCheckers = ['100.64.12.34', '100.64.12.35'];

/** The platform's name servers inside a VPC. */
export const nameServers = ['183.60.83.19', '183.60.82.98'];

export const office = '198.51.100.24';

export const visitors = ['203.0.113.17', '203.0.113.58', '203.0.113.141', '203.0.113.202'].concat(
  ['192.0.2.33', '192.0.2.87', '192.0.2.190', '198.51.100.150'],
);

export const visitors6 = ['2001:db8:aa::1c2e', '2001:db8:bb:7::5', '2001:db8:c0de::9a'];

export const scanners = ['192.0.2.245', '198.51.100.231', '203.0.113.254'];

/** Ports that scanners knock at, the commonest first. */
export const scannedPorts = [22, 3389, 445, 23, 6379, 3306, 5900, 8080];

/** Tuesday 17 June 2025, 08:00 UTC. */
export const morning = 1_750_147_200;
