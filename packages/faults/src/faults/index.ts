import { brokerKilled } from './brokerKilled';
import { agentWaits } from './agentWaits';
import { aggregatorEnds } from './aggregatorEnds';
import { backlog } from './backlog';
import { brokerMoves } from './brokerMoves';
import { clockSkew } from './clockSkew';
import { codecs } from './codecs';
import { disksFull } from './disksFull';
import { poison } from './poison';
import { recordsDestroyed } from './recordsDestroyed';
import { brokersRestarted } from './brokersRestarted';
import {
  connectionBreaks,
  halfOpen,
  lostAnswers,
  slowAnswers,
} from './connectionBreaks';
import { databaseErrors } from './databaseErrors';
import { databaseKilled, killedWithoutWindow } from './databaseKilled';
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
  killedWithoutWindow(8),
  poison,
  codecs,
  aggregatorEnds,
  clockSkew,
  recordsDestroyed,
  disksFull,
  brokerMoves,
  backlog(1_000_000),
  agentWaits(),
];
