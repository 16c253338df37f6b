import type { LogSetup } from '../network/logSetup';
import type { Site } from '../network/site';

/** A kind of network and of traffic through it. */
export interface Scenario {
  /** File name and name in reports. */
  readonly name: string;
  /** The assumption that it breaks, or what it is there for. */
  readonly breaks: string;
  /** The log's own forms and cloud, where not any will do; then it shares its log with no other. */
  readonly setup?: (setup: LogSetup) => LogSetup;
  /** Builds the network and sends about so many conversations through it. */
  readonly play: (site: Site, conversations: number) => void;
}
