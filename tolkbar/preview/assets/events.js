// What the server tells: one open line, taken up again whenever it breaks.

const PATIENCE = [250, 500, 1000, 2000, 4000];

/** Call `hear` with everything that happens, `lost` once when the server does not answer any more. */
export function listen(hear, lost) {
  let tries = 0;
  const open = () => {
    const line = new WebSocket(`ws://${location.host}/events`);
    line.addEventListener("open", () => { tries = 0; });
    line.addEventListener("message", (event) => hear(JSON.parse(event.data)));
    line.addEventListener("close", () => {
      if (tries === 1) lost();
      setTimeout(open, PATIENCE[Math.min(tries, PATIENCE.length - 1)]);
      tries += 1;
    });
  };
  open();
}
