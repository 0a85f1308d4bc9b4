using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace HpcVerify.Server.Routes;

/// <summary>What the interface's document says of many routes alike.</summary>
internal static class RouteDocument
{
    private const string Scheme = "bearer";

    /// <summary>A route that reads a body, with all that can be wrong with one.</summary>
    public static RouteHandlerBuilder Reads<T>(this RouteHandlerBuilder route)
        where T : notnull => route.Accepts<T>("application/json")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status408RequestTimeout)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Says what the whole is, and which routes want the token: all that can answer that it is missing.</summary>
    public static void Complete(OpenApiDocument document)
    {
        document.Info = new() { Title = "HpcVerify", Version = "v1", Description = "Verified rewards for generated C kernels. Send 'Authorization: Bearer TOKEN'." };
        document.AddComponent(Scheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The token of the service. As a password in the URL (Basic) it is known, too.",
        });
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values.ToArray() ?? []))
        {
            if (operation.Responses?.ContainsKey("401") == true)
            {
                operation.Security = [new() { [new(Scheme, document)] = [] }];
            }
        }
    }
}
