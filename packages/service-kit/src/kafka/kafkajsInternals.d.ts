declare module 'kafkajs/src/network/requestQueue' {
  /** Requests of one connection: those sent and those that wait. */
  export default class RequestQueue {
    pending: unknown[];
    requestTimeout: number;
    inflight: Map<
      number,
      { sentAt: number; requestTimeout: number; timeoutRequest(): void }
    >;
    enforceRequestTimeout: boolean;
    requestTimeoutIntervalId?: NodeJS.Timeout;
    isConnected(): boolean;
    destroy(): void;
    scheduleRequestTimeoutCheck(): void;
    scheduleCheckPendingRequests(): void;
  }
}
