import { isKnownRegion } from '../tables/regions';
import { ACCOUNT_SHAPE } from '../record/readValue';

/** What a name can be an ordinary value of. */
export const SHAPE = { interface: 1, account: 2, ccn: 4, region: 8 } as const;

/**
 * Ids of network interfaces, NAT gateways and Direct Connect gateways: eight characters (Tencent
 * Cloud API examples), 17 hexadecimal digits (AWS), some 20 letters and digits (Alibaba Cloud) or a UUID
 * (Huawei, Open Telekom Cloud).
 */
const INTERFACE_SHAPE =
  /^(?:(?:eni|nat|dcg|intranat)-[a-z0-9]{8}|eni-(?:[0-9a-f]{17}|[a-z0-9]{18,24})|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const CCN_SHAPE = /^ccn-[a-z0-9]{8}$/;

/** Whether an id looks as interface ids do. */
export const isOrdinaryInterface = (text: string): boolean => INTERFACE_SHAPE.test(text);

/** Whether an id looks as CCN ids do. */
export const isOrdinaryCcn = (text: string): boolean => CCN_SHAPE.test(text);

/** The kinds of name that a text is an ordinary value of, as bits of {@link SHAPE}. */
export function shapesOf(text: string): number {
  return (
    (isOrdinaryInterface(text) ? SHAPE.interface : 0) |
    (ACCOUNT_SHAPE.test(text) ? SHAPE.account : 0) |
    (isOrdinaryCcn(text) ? SHAPE.ccn : 0) |
    (isKnownRegion(text) ? SHAPE.region : 0)
  );
}
