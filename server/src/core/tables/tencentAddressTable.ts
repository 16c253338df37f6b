/** An address or range with a meaning of its own on Tencent Cloud. */
export interface TencentAddress {
  /** An address, or a range in CIDR form. */
  readonly block: string;
  readonly meaning: string;
  /** The page of Tencent Cloud's documentation that says so. */
  readonly source: string;
  /** The platform's own end: traffic with it need not follow the rules a user set. */
  readonly provider: boolean;
}

const monitoring = 'Cloud Monitor, CVM instance without monitoring data';
const directConnect = 'Direct Connect, use limits';
const apiGateway = 'API Gateway, private IP ranges and public VIPs';
const dtsPage = 'Data Transmission Service, adding DTS IP addresses to the allowlist';
const clbPage = 'Cloud Load Balancer, health check overview';

/**
 * The ranges of that page outside the private ones: those in 10/8, 172.16/12 and 192.168/16 can as
 * well be a user's own. A /24 inside a listed /16 is left out, as is one entry that is no address.
 */
const dtsBlocks = [
  '9.115.0.0/16',
  '9.130.0.0/16',
  '9.139.0.0/16',
  '9.142.0.0/16',
  '9.143.0.0/16',
  '9.144.0.0/16',
  '9.145.0.0/16',
  '9.146.0.0/16',
  '9.147.0.0/16',
  '9.148.0.0/16',
  '9.151.0.0/16',
  '9.164.0.0/16',
  '9.190.0.0/16',
  '9.191.0.0/16',
  '9.215.0.0/16',
  '9.219.0.0/16',
  '9.220.8.0/24',
  '9.220.9.0/24',
  '9.220.10.0/24',
  '9.222.0.0/16',
  '9.223.0.0/16',
  '11.33.0.0/16',
  '11.163.0.0/16',
  '11.185.0.0/16',
  '100.88.0.0/16',
  '100.105.0.0/16',
  '100.120.0.0/16',
  '100.121.0.0/16',
];

function provided(block: string, meaning: string, source: string): TencentAddress {
  return { block, meaning, source, provider: true };
}

function vpcRange(block: string): TencentAddress {
  const meaning = 'private range from which VPCs take their addresses';
  return { block, meaning, source: 'Virtual Private Cloud, network planning', provider: false };
}

/** As Tencent Cloud's international documentation of 2024-12-24 has it. */
export const tencentAddresses: readonly TencentAddress[] = [
  provided('183.60.83.19', 'DNS server of the private network', 'CVM, private network service'),
  provided('183.60.82.98', 'DNS server of the private network', 'CVM, private network service'),
  provided('169.254.0.4', 'monitoring receiver, receiver.barad.tencentyun.com', monitoring),
  provided('169.254.0.5', 'custom messages, custom.message.tencentyun.com', monitoring),
  provided('169.254.0.15', 'agent updates, update2.agent.tencentyun.com', monitoring),
  provided('169.254.10.10', 'instance metadata, metadata.tencentyun.com', monitoring),
  provided(
    '169.254.0.23',
    'instance metadata service',
    'CVM, installing Cloudbase-Init on Windows',
  ),
  provided(
    '169.254.0.47',
    'Cloud Object Storage over the private network',
    'Cloud Object Storage, creating requests',
  ),
  provided(
    '169.254.20.10',
    'NodeLocal DNSCache of a TKE node',
    'Tencent Kubernetes Engine, using NodeLocal DNS Cache in a TKE cluster',
  ),
  provided(
    '169.254.128.0/17',
    'source of health checks: classic private load balancers, VPN tunnels',
    `${clbPage}; VPN Connections, configuring health checks`,
  ),
  provided('169.254.0.0/16', 'services of the platform in the link-local range', directConnect),
  provided('100.64.0.0/10', 'source of load balancer health checks; platform services', clbPage),
  ...dtsBlocks.map(block => provided(block, 'Data Transmission Service', dtsPage)),
  provided('9.0.0.0/8', 'services of the platform', apiGateway),
  provided('11.0.0.0/8', 'services of the platform', apiGateway),
  provided('30.0.0.0/8', 'services of the platform', apiGateway),
  provided(
    '131.87.0.0/16',
    'listed with the ranges of the platform that are not to be published whole',
    directConnect,
  ),
  vpcRange('10.0.0.0/8'),
  vpcRange('172.16.0.0/12'),
  vpcRange('192.168.0.0/16'),
];
