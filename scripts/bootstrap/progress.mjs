/** Runs one step of the set-up and prints one line for it, with its time. */
export async function step(title, action) {
  const start = performance.now();
  process.stderr.write(`gomon: ${title} ... `);
  try {
    const result = await action();
    process.stderr.write(`${seconds(start)}\n`);
    return result;
  } catch (error) {
    process.stderr.write(`failed after ${seconds(start)}\n`);
    throw error;
  }
}

function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
