/** A helper's line to the process that started it. */
export interface ParentPort {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/** Works alike under child_process.fork and under Electron's utilityProcess. Throws when nobody started this process as a helper. */
export function connectToParent(): ParentPort {
  const utility = (process as NodeJS.Process & { parentPort?: UtilityPort }).parentPort;
  if (utility !== undefined) {
    return {
      send: (message) => utility.postMessage(message),
      onMessage: (listener) => utility.on('message', (event) => listener(event.data)),
    };
  }
  const send = process.send?.bind(process);
  if (send === undefined) throw new Error('This is a helper process; it is started by the app and does nothing by itself.');
  // A helper must not outlive the app that it helps.
  process.on('disconnect', () => process.exit());
  return { send: (message) => void send(message), onMessage: (listener) => void process.on('message', listener) };
}
