// Asks for a newer version of the site that is shown, and loads the page again once there is one.

const version = new URL(import.meta.url).searchParams.get("version");

/** @returns {Promise<boolean>} Whether there is another version; false as well when nobody answers. */
async function isOld() {
  try {
    const answer = await fetch(`/livereload/${version}`);
    return answer.ok && (await answer.text()) !== version;
  } catch {
    // The server was stopped, or is starting again.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return false;
  }
}

while (!(await isOld()));
location.reload();
