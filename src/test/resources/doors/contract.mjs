// Tells the stories of a file to an engine through the AWS SDK for JavaScript and prints what came back.
// usage: node contract.mjs ENGINE_URL STORIES.json FOLDER_WITH_NODE_MODULES
import {createRequire} from "node:module";
import {readFileSync} from "node:fs";

const [url, file, modules] = process.argv.slice(2);
const load = createRequire(modules + "/");
const packages = {
  "application-autoscaling": load("@aws-sdk/client-application-auto-scaling"),
  cloudwatch: load("@aws-sdk/client-cloudwatch"),
  sagemaker: load("@aws-sdk/client-sagemaker"),
};
const names = {"application-autoscaling": "ApplicationAutoScaling", cloudwatch: "CloudWatch", sagemaker: "SageMaker"};
const options = {endpoint: url, region: "us-east-1", credentials: {accessKeyId: "a", secretAccessKey: "b"}, maxAttempts: 1};
const clients = {};
const client = service => clients[service] ??= new packages[service][names[service] + "Client"](options);

async function control(path) {
  const answer = await fetch(`${url}/_sagescale/${path}`, {method: "POST"});
  if (!answer.ok) {
    throw new Error(await answer.text());
  }
}

function filled(value, kept) {
  if (typeof value === "string") {
    return value.startsWith("$") ? kept[value.slice(1)]
      : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) ? new Date(value) : value;
  }
  if (Array.isArray(value)) {
    return value.map(each => filled(each, kept));
  }
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each, kept)]));
  }
  return value;
}

const at = (answer, path) => path.split(".").reduce((value, part) => value[part], answer);

async function told(step, kept) {
  if (step.advance) {
    await control("advance?by=" + step.advance);
    return {};
  }
  const [service, operation] = step.ask.split(" ");
  const from = packages[service];
  try {
    const {$metadata, ...answer} = await client(service).send(new from[operation + "Command"](filled(step.with ?? {}, kept)));
    for (const [name, path] of Object.entries(step.keep ?? {})) {
      kept[name] = at(answer, path);
    }
    return {answer};
  } catch (refused) {
    if (refused.$fault === undefined) {
      throw refused;
    }
    const plain = from[names[service] + "ServiceException"];
    return {code: refused.Error?.Code ?? refused.Code ?? refused.name, text: refused.message, typed: refused.constructor !== plain};
  }
}

const heard = [];
for (const story of JSON.parse(readFileSync(file, "utf8"))) {
  await control("reset");
  const kept = {};
  const steps = [];
  for (const step of story.steps) {
    steps.push(await told(step, kept));
  }
  heard.push(steps);
}
console.log(JSON.stringify({heard}));
