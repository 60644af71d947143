// Asks the server: POST and JSON alone, with the token of this run.

/** A request that was not done; its message is for the reader. */
export class Refusal extends Error {}

/** Return what the server answers; throw a Refusal with its sentence, or `lost` where it is silent. */
export async function ask(name, question, lost) {
  let answer;
  try {
    answer = await fetch(`/edit/${name}`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "Accept-Language": document.documentElement.lang,
        "X-Tolkbar-Token": document.body.dataset.token,
      },
      body: JSON.stringify(question),
    });
  } catch {
    throw new Refusal(lost);
  }
  const known = await answer.json().catch(() => ({ sentence: `${answer.status} ${answer.statusText}` }));
  if (!answer.ok) throw new Refusal(known.sentence);
  return known;
}
