using Insights;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Errors;

/// <summary>What a person reads when something is not there or went wrong.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    public string Title { get; private set; } = "";

    public string Explanation { get; private set; } = "";

    public IActionResult OnGet(int? status) => Show(status);

    public IActionResult OnPost(int? status) => Show(status);

    private IActionResult Show(int? status)
    {
        Explain(status);
        return IsForProgram() ? Problem() : Page();
    }

    /// <summary>Who asked the API wants its form of an error, not a page.</summary>
    private bool IsForProgram() =>
        (HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path) is { } path
        && path.StartsWith("/api/", StringComparison.OrdinalIgnoreCase);

    private ObjectResult Problem() => new(new ProblemDetails { Status = Response.StatusCode, Title = Title, Detail = Explanation })
    {
        StatusCode = Response.StatusCode,
        ContentTypes = { "application/problem+json" },
    };

    private void Explain(int? status)
    {
        // What a person gave could not be used: the exception's message is the sentence for that person.
        if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is InputErrorException problem)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            (Title, Explanation) = ("That could not be used", problem.Message);
            return;
        }

        (Title, Explanation) = (status ?? Response.StatusCode) switch
        {
            StatusCodes.Status404NotFound => ("Page not found", "If you typed the address, check that it is correct. If you followed a link, what it pointed to may have been removed."),
            StatusCodes.Status400BadRequest => ("That could not be read", "The form had expired, or the address was not complete. Go back, load the page again and try once more."),
            StatusCodes.Status413PayloadTooLarge => ("The file is too large", "Import large files with the command: insights import PATH --profile NAME."),
            StatusCodes.Status405MethodNotAllowed => ("That cannot be done at this address", "The API reads with GET; only /api/v1/imports takes POST."),
            _ => ("Sorry, there is a problem", "Nothing you entered was stored by this step. Try again; if it goes on, tell the person who runs this service."),
        };
    }
}
