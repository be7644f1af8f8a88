<?php

declare(strict_types=1);

use App\LinkController;
use App\Links;
use App\LinkRequest;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpKernel\Exception\HttpExceptionInterface;
use Symfony\Component\Routing\Exception\MethodNotAllowedException;
use Symfony\Component\Routing\Exception\ResourceNotFoundException;
use Symfony\Component\Routing\Matcher\UrlMatcher;
use Symfony\Component\Routing\RequestContext;
use Symfony\Component\Routing\Route;
use Symfony\Component\Routing\RouteCollection;

require __DIR__ . '/vendor/autoload.php';

$routes = new RouteCollection();
$routes->add('create', new Route('/links', methods: ['POST']));
$routes->add('show', new Route('/links/{code}', methods: ['GET']));
$routes->add('follow', new Route('/{code}', methods: ['GET']));

$request = Request::createFromGlobals();
$controller = new LinkController(new Links(__DIR__ . '/links.sqlite'));

try {
    $match = (new UrlMatcher($routes, (new RequestContext())->fromRequest($request)))->matchRequest($request);
    $response = match ($match['_route']) {
        'create' => $controller->create(LinkRequest::parse($request->getContent())),
        'show' => $controller->show($match['code']),
        'follow' => $controller->follow($match['code']),
    };
} catch (HttpExceptionInterface $refused) {
    $response = new JsonResponse(['error' => $refused->getMessage()], $refused->getStatusCode());
} catch (ResourceNotFoundException) {
    $response = new JsonResponse(['error' => 'There is nothing here.'], 404);
} catch (MethodNotAllowedException) {
    $response = new JsonResponse(['error' => 'Only another method is possible here.'], 405);
} catch (Throwable $broken) {
    error_log((string) $broken);
    $response = new JsonResponse(['error' => 'Something broke here.'], 500);
}
$response->prepare($request)->send();
