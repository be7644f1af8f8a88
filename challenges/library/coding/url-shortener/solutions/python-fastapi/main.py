import os
from datetime import datetime, timezone

import uvicorn
from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException as StarletteHTTPException

from links import AliasTaken, Link, Links
from link_request import LinkRequest, sentence

# The pages that describe the API would take the codes docs and redoc.
app = FastAPI(openapi_url=None, redirect_slashes=False)
links = Links()


@app.post("/links", status_code=201)
async def create(wanted: LinkRequest, response: Response):
    try:
        link = links.add(wanted.url, wanted.alias, wanted.expires_at)
    except AliasTaken:
        raise HTTPException(409, f"The alias {wanted.alias} is taken.") from None
    response.headers["Location"] = f"/links/{link.code}"
    return to_json(link)


@app.get("/links/{code}")
async def look(code: str):
    return to_json(found(code))


@app.get("/{code}")
async def follow(code: str):
    link = found(code)
    if link.has_expired(datetime.now(timezone.utc)):
        raise HTTPException(410, f"The link {code} has expired.")
    link.hits += 1
    # A RedirectResponse would escape some of the URL's characters.
    return Response(status_code=302, headers={"Location": link.url})


@app.exception_handler(RequestValidationError)
async def refuse_invalid(request: Request, invalid: RequestValidationError):
    return JSONResponse({"error": sentence(invalid.errors()[0])}, 400)


@app.exception_handler(StarletteHTTPException)
async def refuse(request: Request, refusal: StarletteHTTPException):
    return JSONResponse({"error": refusal.detail}, refusal.status_code, refusal.headers)


def found(code: str) -> Link:
    link = links.find(code)
    if link is None:
        raise HTTPException(404, f"There is no link {code}.")
    return link


def to_json(link: Link) -> dict:
    expires_at = link.expires_at
    return {
        "code": link.code,
        "url": link.url,
        "hits": link.hits,
        "expiresAt": expires_at and expires_at.isoformat().replace("+00:00", "Z"),
    }


if __name__ == "__main__":
    uvicorn.run(app, host="0.0.0.0", port=int(os.environ.get("PORT", "8080")), log_level="warning")
