import os

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from bodies import AckBody, FailBody, JobBody, TakeBody, sentence
from queues import NoSuchJob, StaleLease, queues

DEFAULT_ATTEMPTS = 3

app = FastAPI(openapi_url=None, redirect_slashes=False)


# All handlers are async, so that they run on the event loop, one after the other.
@app.post("/queues/{name}/jobs")
async def add(name: str, wanted: JobBody, response: Response):
    job, is_new = queues[name].add(
        wanted.payload, wanted.key, wanted.delay_ms or 0, wanted.max_attempts or DEFAULT_ATTEMPTS
    )
    response.status_code = 201 if is_new else 200
    return job


@app.post("/queues/{name}/take")
async def take(name: str, wanted: TakeBody):
    return queues[name].take(wanted.lease_ms) or Response(status_code=204)


@app.post("/queues/{name}/jobs/{job_id}/ack")
async def ack(name: str, job_id: str, wanted: AckBody):
    return queues[name].ack(job_id, wanted.lease)


@app.post("/queues/{name}/jobs/{job_id}/fail")
async def fail(name: str, job_id: str, wanted: FailBody):
    return queues[name].fail(job_id, wanted.lease, wanted.delay_ms or 0)


@app.get("/queues/{name}/jobs/{job_id}")
async def look(name: str, job_id: str):
    return queues[name].look(job_id)


@app.get("/queues/{name}/dead")
async def dead(name: str):
    return {"jobs": queues[name].dead()}


@app.exception_handler(RequestValidationError)
async def refuse_invalid(request: Request, invalid: RequestValidationError):
    return JSONResponse({"error": sentence(invalid.errors()[0])}, 400)


@app.exception_handler(NoSuchJob)
async def refuse_unknown(request: Request, unknown: NoSuchJob):
    return JSONResponse({"error": "There is no such job in this queue."}, 404)


@app.exception_handler(StaleLease)
async def refuse_stale(request: Request, stale: StaleLease):
    return JSONResponse({"error": "The lease is not, or is no longer, the lease of this job."}, 409)


if __name__ == "__main__":
    uvicorn.run(app, host="0.0.0.0", port=int(os.environ.get("PORT", "8080")), log_level="warning")
