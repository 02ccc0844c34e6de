// Asks the YAML language server of VS Code what it shows in files of this catalogue, with our own settings and schemas.
//
// Usage: node .ci/editor-check.mjs SERVER FOLDER; SERVER is its start file, FOLDER an empty folder to lay files out in.
// Prints one line for each question; exit code 1 when an answer is not what is promised.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const [program, folder] = process.argv.slice(2);
// Every question gets a file of its own, so that no answer is about an earlier text.
const organisation = "catalogue/organisations/*/organisation.yml";
const application = "catalogue/organisations/*/applications/meldingen.yml";

// What, in which file, its text (the position is that of `|`, which is taken out), and what must be among the answer.
const questions = [
  ["diagnostics", organisation, "|webste: https://www.montfoort.nl\n", ["webste"]],
  ["diagnostics", organisation, "|website: https://www.montfoort.nl\n", []],
  ["completion", organisation, "websi|", ["website"]],
  ["completion", organisation, "type: |", ["municipality", "partnership"]],
  ["completion", organisation, "contact:\n  |", ["role", "email", "url"]],
  ["hover", organisation, "mem|bers:\n  - {organisation: montfoort}\n", ["Deelnemers", "Van een samenwerking"]],
  ["hover", organisation, "ty|pe: partnership\n", ["Soort", "Alleen als het register het niet weet"]],
  ["completion", application, "summa|", ["summary", "summary_en"]],
  ["completion", application, "status: |", ["idea", "in-use"]],
  ["completion", application, "themes:\n  - |", ["cybersecurity", "services"]],
  ["completion", application, "reuse:\n  advice: |", ["one-to-one", "unknown"]],
  ["hover", application, "summ|ary: kort\n", ["Samenvatting", "Wat heeft een gemeente eraan"]],
  ["hover", application, "sta|tus: in-use\n", ["Status", "Waar het nu staat bij de eigenaar"]],
  ["hover", application, "reuse:\n  effo|rt: unknown\n", ["Inzet", "6 tot 20 dagen"]],
  ["diagnostics", application, "|status: gereed\n", ['"title"', '"summary"', "phasing-out"]],
];

const server = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
const answers = new Map();
const published = new Map();
let number = 0;
let tellConfigured;
const configured = new Promise((done) => { tellConfigured = done; });

/** @param {object} message Sends one message, in the frame that the protocol asks for. */
function send(message) {
  const text = JSON.stringify({ jsonrpc: "2.0", ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}

/** Asks something and waits for the answer. */
function ask(method, params) {
  number += 1;
  send({ id: number, method, params });
  return new Promise((done) => answers.set(number, done));
}

/** Takes a message: an answer, findings in a file, or a question of the server (which wants our settings). */
function take(message) {
  if (message.method === "textDocument/publishDiagnostics") published.get(message.params.uri)?.(message.params.diagnostics);
  else if (message.method === "workspace/configuration") {
    const settings = message.params.items.map(({ section }) => (section === "yaml" ? yaml : null));
    send({ id: message.id, result: settings });
    tellConfigured();
  } else if (message.method && message.id !== undefined) send({ id: message.id, result: null });
  else answers.get(message.id)?.(message.result ?? message.error);
}

let rest = Buffer.alloc(0);
server.stdout.on("data", (chunk) => {
  rest = Buffer.concat([rest, chunk]);
  for (;;) {
    const head = rest.indexOf("\r\n\r\n");
    if (head < 0) return;
    const start = head + 4;
    const end = start + Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, head).toString())[1]);
    if (rest.length < end) return;
    const message = JSON.parse(rest.subarray(start, end).toString());
    rest = rest.subarray(end);
    take(message);
  }
});

for (const name of ["schema", ".vscode"]) cpSync(name, join(folder, name), { recursive: true });
const { "yaml.schemas": schemas } = JSON.parse(readFileSync(join(folder, ".vscode/settings.json"), "utf8"));
// The rest is what the extension of VS Code sends by itself, but for its list of schemas, which is on the web.
const yaml = { schemas, schemaStore: { enable: false }, hover: true, completion: true, validate: true };
const root = pathToFileURL(folder).href;
await ask("initialize", {
  processId: process.pid,
  rootUri: root,
  workspaceFolders: [{ uri: root, name: "catalogue" }],
  capabilities: {
    workspace: { configuration: true, workspaceFolders: true },
    textDocument: { hover: { contentFormat: ["markdown"] }, completion: { completionItem: { snippetSupport: true } } },
  },
});
send({ method: "initialized", params: {} });
await configured;

let faults = 0;
for (const [index, [kind, pattern, marked, expected]] of questions.entries()) {
  const name = pattern.replace("*", `voorbeeld-${index}`);
  const before = marked.slice(0, marked.indexOf("|"));
  const text = marked.replace("|", "");
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const uri = pathToFileURL(file).href;
  const findings = new Promise((done) => published.set(uri, done));
  send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "yaml", version: 1, text } } });
  const lines = before.split("\n");
  const place = { textDocument: { uri }, position: { line: lines.length - 1, character: lines.at(-1).length } };
  let said;
  if (kind === "diagnostics") said = (await findings).map((each) => each.message);
  else if (kind === "hover") said = [(await ask("textDocument/hover", place))?.contents?.value ?? ""];
  else said = (await ask("textDocument/completion", place)).items.map((each) => each.label);
  const missing = expected.filter((word) => !said.some((each) => (kind === "completion" ? each === word : each.includes(word))));
  const isRight = missing.length === 0 && (expected.length > 0 || said.length === 0);
  faults += isRight ? 0 : 1;
  console.log(`${isRight ? "ok  " : "FOUT"} ${kind} ${name.split("/").at(-1)} ${JSON.stringify(marked)}`);
  if (!isRight || process.env.VERBOSE) console.log(`     ${JSON.stringify(said)}`);
}
server.kill();
process.exit(faults ? 1 : 0);
