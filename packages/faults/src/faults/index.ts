import { brokerKilled } from './brokerKilled';
import { brokersRestarted } from './brokersRestarted';
import {
  connectionBreaks,
  halfOpen,
  lostAnswers,
  slowAnswers,
} from './connectionBreaks';
import { databaseErrors } from './databaseErrors';
import { databaseKilled } from './databaseKilled';
import { databaseRefuses } from './databaseRefuses';
import { Fault } from './fault';
import { rebalance } from './rebalance';

/** The list of the contract, in its order. */
export const faults: Fault[] = [
  brokerKilled,
  brokersRestarted,
  rebalance,
  databaseErrors,
  databaseRefuses,
  connectionBreaks,
  halfOpen,
  slowAnswers,
  lostAnswers,
  databaseKilled({ kills: 20, auditEvery: 5 }),
];
