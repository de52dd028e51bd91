declare module 'kafkajs/src/network/requestQueue' {
  interface QueueOptions {
    maxInFlightRequests: number | null;
    requestTimeout: number;
    enforceRequestTimeout: boolean;
    clientId: string;
    broker: string;
    logger: { debug(message: string): void; warn(message: string): void };
  }

  interface PushedRequest {
    entry: {
      correlationId: number;
      resolve(): void;
      reject(error: Error): void;
    };
    expectResponse: boolean;
    sendRequest(): void;
  }

  interface SentRequest {
    sentAt: number;
    requestTimeout: number;
    timeoutRequest(): void;
  }

  /** Requests of one connection: those sent and those that wait. */
  export default class RequestQueue {
    constructor(options: QueueOptions);
    pending: unknown[];
    requestTimeout: number;
    inflight: Map<number, SentRequest>;
    enforceRequestTimeout: boolean;
    requestTimeoutIntervalId?: NodeJS.Timeout;
    isConnected(): boolean;
    destroy(): void;
    push(request: PushedRequest): void;
    sendSocketRequest(request: unknown): void;
    fulfillRequest(response: {
      correlationId: number;
      payload: unknown;
      size: number;
    }): void;
    maybeThrottle(milliseconds: number): void;
    checkPendingRequests(): void;
    scheduleRequestTimeoutCheck(): void;
    scheduleCheckPendingRequests(): void;
  }
}
