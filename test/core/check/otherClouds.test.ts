import assert from 'node:assert/strict';
import { checkLog } from '../../support/checkLog';

const codes = (log: string) => checkLog(log).map(({ code }) => code);

describe('Logs of other clouds', () => {
  it('may have all fields of a transit gateway’s flow log', () => {
    const names =
      'version resource-type account-id tgw-id tgw-attachment-id tgw-src-vpc-account-id tgw-dst-vpc-account-id tgw-src-vpc-id tgw-dst-vpc-id tgw-src-subnet-id tgw-dst-subnet-id tgw-src-eni tgw-dst-eni tgw-src-az-id tgw-dst-az-id tgw-pair-attachment-id srcaddr dstaddr srcport dstport protocol packets bytes start end log-status type packets-lost-no-route packets-lost-blackhole packets-lost-mtu-exceeded packets-lost-ttl-expired tcp-flags region flow-direction pkt-src-aws-service pkt-dst-aws-service';
    const values =
      '6 TransitGateway 123456789012 tgw-1 tgw-attach-1 123456789012 123456789012 vpc-1 vpc-2 subnet-1 subnet-2 eni-0a1b2c3d4e5f60718 eni-1a1b2c3d4e5f60718 use1-az4 use1-az6 tgw-attach-2 10.0.0.5 10.1.0.6 50000 443 6 10 840 1718530010 1718530070 OK IPv4 0 0 0 0 2 us-east-1 ingress - -';
    assert.deepEqual(codes(`${names}\n${values}`), []);
  });

  it('may have the fields of ECS, of encryption and of the next hop', () => {
    const names =
      'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status reject-reason ecs-cluster-arn ecs-cluster-name ecs-container-instance-arn ecs-container-instance-id ecs-container-id ecs-second-container-id ecs-service-name ecs-task-definition-arn ecs-task-arn ecs-task-id resource-id encryption-status interface-type next-hop-interface-id next-hop-interface-type next-hop-subnet-id next-hop-vpc-id next-hop-az-id';
    const values = `11 123456789010 eni-1235b8ca123456789 203.0.113.12 172.31.16.139 50000 443 6 4 240 1718530010 1718530070 REJECT OK BPA${' -'.repeat(18)}`;
    assert.deepEqual(codes(`${names}\n${values}`), []);
  });

  it('may name the project where others have the account', () => {
    const names =
      'version project-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status';
    const values =
      '1 5f67944957444bd6bb4fe3b367de8f3d 1d515d18-1b36-47dc-a983-bd6512aed4bd 192.168.0.154 192.168.3.25 38929 53 17 1 96 1548752136 1548752736 ACCEPT OK';
    assert.deepEqual(codes(`${names}\n${values}`), []);
  });

  it('are not taken apart by guesses where nothing names their columns', () => {
    const custom =
      '3 vpc-abcdefab012345678 subnet-aaaaaaaa012345678 i-01234567890123456 eni-1235b8ca123456789 123456789010 IPv4 52.213.180.42 10.0.0.62 43416 5001 52.213.180.42 10.0.0.62 6 568 8 1566848875 1566848933 ACCEPT 2 OK';
    const [problem, ...others] = checkLog(custom);
    assert.equal(problem?.code, 'field-extra');
    assert.match(problem.message, /Which is which cannot be told: name the columns/);
    assert.deepEqual(others, []);
    const record = '2 123456789010 eni-1235b8ca123456789 10.0.0.1 10.0.0.2 1 2 6 1 84';
    const behind = `${record} 1548752136 1548752736 ACCEPT OK - - -`;
    assert.doesNotMatch(checkLog(behind)[0]?.message ?? '', /Which is which/);
  });

  it('may have AWS’s sign for what does not apply or is not known', () => {
    const aws = (id: string, ports: string, start = '1548752136') =>
      `2 123456789010 ${id} 10.0.0.1 10.0.0.2 ${ports} 1 1 84 ${start} 1548752736 ACCEPT OK`;
    const id = 'eni-1235b8ca123456789';
    assert.deepEqual(codes([aws(id, '- -'), aws('-', '0 0')].join('\n')), []);
    assert.deepEqual(codes(aws(id, '0 0', '-')), ['absent-under-ok']);
    const huawei =
      '1 5f67944957444bd6bb4fe3b367de8f3d 1d515d18-1b36-47dc-a983-bd6512aed4bd 192.168.0.154 192.168.3.25 - 0 1 1 96 1548752136 1548752736 ACCEPT OK';
    assert.deepEqual(codes(huawei), ['absent-under-ok']);
  });

  it('are not measured by how Tencent Cloud packs ICMP', () => {
    const icmp = (ids: string) =>
      `${ids} 192.168.0.154 192.168.3.25 7 65280 1 1 96 1548752136 1548752736 ACCEPT OK`;
    assert.deepEqual(codes(icmp('2 1251762227 eni-lq6mkcis')), ['icmp-code-unregistered']);
    const uuid = '1d515d18-1b36-47dc-a983-bd6512aed4bd';
    assert.deepEqual(codes(icmp(`1 5f67944957444bd6bb4fe3b367de8f3d ${uuid}`)), []);
  });

  it('may have a topic, networks of both ends, and the fields of CEN in place of action and status', () => {
    const eni =
      '__topic__:flow_log version:1 vswitch-id:vsw-1 vm-id:i-1 vpc-id:vpc-1 account-id:1234567890123456 eni-id:eni-8vbf2jxul0123456789a region:cn-hangzhou srcaddr:10.0.0.5 srcport:50000 dstaddr:10.1.0.9 dstport:443 protocol:6 direction:out packets:5 bytes:300 start:1718530010 end:1718530070 log-status:OK action:ACCEPT tcp-flags:2 traffic_path:2 srctype:- dsttype:-';
    const cen =
      'account-id:1234567890123456 attachment-id:tr-1 cen-id:cen-1 src-region-id:cn-hangzhou srcaddr:10.0.0.5 srcport:50000 dst-region-id:cn-beijing dstaddr:10.1.0.9 dstport:443 protocol:6 packets:5 bytes:300 start:1718530012 end:1718530071 direction:out';
    assert.deepEqual(codes(`${eni}\n${cen}`), []);
  });
});
