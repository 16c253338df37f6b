import { doesNotMatch, equal, match } from 'node:assert/strict';
import { hover } from './hover';

const HEADER =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol tcp-flags flow-direction traffic-path vpc-id log-status';
const aws = (flags: string, direction = 'ingress', path = '-', vpc = 'vpc-1', protocol = 6) =>
  hover(
    `${HEADER}\n5 123456789010 eni-1235b8ca123456789 10.0.0.1 10.0.0.2 43416 5001 ${protocol} ${flags} ${direction} ${path} ${vpc} OK`,
  );

describe('hover on TCP flags', () => {
  it('decodes the bits, and hedges what they suggest', () => {
    equal(aws('|2').headline, 'SYN (2)');
    match(aws('|2').text, /likely sent by the side that asks for the connection/);
    equal(aws('|18').headline, 'SYN, ACK (18)');
    match(aws('|18').text, /likely sent by the side that was asked/);
    match(aws('|19').text, /their order and number are not recorded/);
    equal(aws('|0').headline, '0 – no flag recorded');
  });

  it('suggests no side by SYN and ACK where a plain ACK may be counted', () => {
    const { text } = hover(
      'version:1 account-id:1234567890123456 eni-id:eni-x vswitch-id:vsw-1 srcaddr:10.0.0.1 srcport:40000 dstaddr:10.0.0.2 dstport:443 protocol:6 packets:1 bytes:60 start:1655104384 end:1655104384 tcp-flags:|18 log-status:OK action:ACCEPT',
    );
    doesNotMatch(text, /likely/);
  });

  it('reads none for a protocol that has none', () => {
    equal(aws('|2', 'ingress', '-', 'vpc-1', 17).headline, '2 – UDP has no TCP flags');
    equal(aws('|256').headline, 'Not a legal TCP flags value: “256”');
  });
});

describe('hover on another cloud’s field', () => {
  it('gives its title, and the meaning of a code', () => {
    equal(
      aws('2', '|ingress').headline,
      'Direction at the interface: ingress – into the network interface',
    );
    match(aws('2', '|ingress').text, /not who began the conversation/);
    equal(aws('2', 'egress', '|8').headline, 'Traffic path: 8 – through an internet gateway');
    equal(aws('2', 'egress', '8', '|vpc-1').headline, 'VPC: vpc-1');
    equal(aws('2', 'egress', '8', '|constructor').headline, 'VPC: constructor');
  });

  it('reads a code of AWS in its logs alone', () => {
    const path = (ids: string) =>
      hover(`${ids} srcaddr:10.0.0.1 dstaddr:10.0.0.2 protocol:6 traffic_path:|2 log-status:OK`)
        .headline;
    equal(path('account-id:1234567890123456 eni-id:eni-8vbf2jxul0123456789a'), 'Traffic path: 2');
    equal(
      path('account-id:123456789010 interface-id:eni-1235b8ca123456789'),
      'Traffic path: 2 – through an internet gateway or a gateway VPC endpoint',
    );
    equal(path('account-id:77'), 'Traffic path: 2');
  });

  it('knows the fields of later versions', () => {
    const on = (value: string) =>
      hover(
        `version account-id srcaddr dstaddr start end action log-status reject-reason tgw-id ecs-task-id\n8 123456789010 10.0.0.1 10.0.0.2 1655104384 1655104385 REJECT OK ${value}`,
      );
    equal(on('|BPA - -').headline, 'Reason of the rejection: BPA – VPC Block Public Access');
    equal(on('- |tgw-1 -').headline, 'TGW ID: tgw-1');
    equal(on('- tgw-1 |9').headline, 'ECS task ID: 9');
    doesNotMatch(on('- tgw-1 |9').text, /[Nn]o known|[Uu]nknown/);
  });

  it('guesses at nothing where several values stand in no known column', () => {
    const on = (destination: string, action = 'REJECT') =>
      hover(
        `3 vpc-abcdefab012345678 eni-1235b8ca123456789 123456789010 IPv4 10.0.0.2 ${destination} 43416 5001 6 568 8 1566848875 1566848933 ${action} OK`,
      );
    equal(on('|10.0.0.1').headline, 'What this value is cannot be told');
    match(on('10.0.0.1', '|REJECT').headline, /^REJECT/);
    doesNotMatch(on('10.0.0.1', '|REJECT').text, /10\.0\.0\.1/);
  });

  it('keeps a field that nobody knows as text', () => {
    const { headline, text } = hover(
      'version interface-id srcaddr dstaddr protocol start end my-field\n2 eni-lq6mkcis 10.0.0.1 10.0.0.2 6 1432917027 1432917142 |hello',
    );
    equal(headline, 'Unknown field: hello');
    match(text, /No known flow log has a field my-field/);
  });
});
