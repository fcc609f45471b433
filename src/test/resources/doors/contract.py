"""Tells the stories of a file to an engine through boto3 and prints what came back.

usage: contract.py ENGINE_URL STORIES.json
"""
import datetime
import json
import sys
import urllib.request

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

url, stories = sys.argv[1], json.load(open(sys.argv[2], encoding="utf-8"))
clients = {}


def client(service):
    if service not in clients:
        clients[service] = boto3.client(
            service, endpoint_url=url, region_name="us-east-1", aws_access_key_id="a", aws_secret_access_key="b",
            config=Config(retries={"total_max_attempts": 1}))
    return clients[service]


def control(path):
    request = urllib.request.Request(f"{url}/_sagescale/{path}", method="POST", data=b"")
    urllib.request.urlopen(request).read()


def plain(value):
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.timezone.utc).isoformat()
    raise TypeError(type(value))


def filled(value, kept):
    if isinstance(value, str):
        return kept[value[1:]] if value.startswith("$") else value
    if isinstance(value, list):
        return [filled(each, kept) for each in value]
    if isinstance(value, dict):
        return {key: filled(each, kept) for key, each in value.items()}
    return value


def at(answer, path):
    for part in path.split("."):
        answer = answer[int(part)] if part.isdigit() else answer[part]
    return answer


def told(step, kept):
    if "advance" in step:
        control("advance?by=" + step["advance"])
        return {}
    service, operation = step["ask"].split()
    asked = client(service)
    method = next(m for m, o in asked.meta.method_to_api_mapping.items() if o == operation)
    try:
        answer = getattr(asked, method)(**filled(step.get("with", {}), kept))
    except ClientError as refused:
        error = refused.response["Error"]
        return {"code": error["Code"], "text": error["Message"], "typed": type(refused) is not ClientError}
    answer.pop("ResponseMetadata")
    for name, path in step.get("keep", {}).items():
        kept[name] = at(answer, path)
    return {"answer": answer}


heard = []
for story in stories:
    control("reset")
    kept = {}
    heard.append([told(step, kept) for step in story["steps"]])
json.dump({"heard": heard}, sys.stdout, default=plain)
