<?php

declare(strict_types=1);

namespace App;

use DateTimeImmutable;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\RedirectResponse;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Exception\ConflictHttpException;
use Symfony\Component\HttpKernel\Exception\GoneHttpException;
use Symfony\Component\HttpKernel\Exception\NotFoundHttpException;

final readonly class LinkController
{
    public function __construct(private Links $links)
    {
    }

    public function create(LinkRequest $wanted): Response
    {
        $link = $this->links->add($wanted) ?? throw new ConflictHttpException("The alias $wanted->alias is taken.");
        return new JsonResponse($link, 201, ['Location' => "/links/$link->code"]);
    }

    public function show(string $code): Response
    {
        return new JsonResponse($this->found($code));
    }

    public function follow(string $code): Response
    {
        $link = $this->found($code);
        if ($link->hasExpired(new DateTimeImmutable())) {
            throw new GoneHttpException("The link $code has expired.");
        }
        $this->links->hit($link);
        return new RedirectResponse($link->url);
    }

    private function found(string $code): Link
    {
        return $this->links->find($code) ?? throw new NotFoundHttpException("There is no link $code.");
    }
}
