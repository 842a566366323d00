using Dashboard.Jobs;
using Dashboard.Pages.Shared;
using Dashboard.Setup;
using Ingest;
using Ingest.DataFiles;
using Ingest.Store;
using Ingest.Store.PageQueries.Imports;
using Ingest.Validation;
using Insights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Api;

/// <summary><c>POST /api/v1/imports</c>: a file as the body of a request, imported at once; the answer is its account. Accounts are read again by GET.</summary>
public static class ImportEndpoints
{
    private const int PageSize = 100;

    public static void MapImports(this RouteGroupBuilder api)
    {
        api.MapPost("/imports", ImportAsync)
            .WithName("Import")
            .WithSummary("Imports the file that is the request's body with a profile and answers with its account. A file that was imported before changes nothing.")
            .WithMetadata(new RequestSizeLimitAttribute(PagesSetup.LargestUploadBytes))
            .Produces<ImportResource>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/imports", ListAsync).WithName("ListImports").WithSummary("The imports with their accounts, newest first, a hundred a page.");
    }

    private static async Task<ImportListResource> ListAsync([FromQuery(Name = "page")] int? pageNumber, ImportsQuery query, CancellationToken cancellationToken)
    {
        int page = PageOfItems.Valid(pageNumber);
        return new ImportListResource(await query.CountAsync(cancellationToken), page, PageSize, await query.ListAsync((page - 1) * PageSize, PageSize, cancellationToken));
    }

    private static async Task<IResult> ImportAsync(
        HttpRequest request, string? profile, string? fileName, ProfileCatalogue profiles, StorageOptions storage, DataFolder data, TimeProvider clock, ImportGate gate,
        ImportProgressBoard progress, ImportTrigger trigger, CancellationToken cancellationToken)
    {
        if (profile is null)
        {
            return TypedResults.Problem($"The address lacks 'profile', the name of the profile that reads the file. Known: {string.Join(", ", profiles.Names)}.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (Refusal(request, profile, profiles) is { } refusal)
        {
            return refusal;
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("insights-import-");
        string path = Path.Combine(folder.FullName, UploadQueue.SafeName(string.IsNullOrWhiteSpace(fileName) ? profile : fileName));
        try
        {
            await using (FileStream file = File.Create(path))
            {
                await request.Body.CopyToAsync(file, cancellationToken);
            }

            ImportReport report = await gate.RunAsync(() => new ImportRun(storage, data, clock).RunAsync([path], profiles.Load(profile), progress, cancellationToken), cancellationToken);
            string[] failures = [.. report.Failures.Select(failure => failure.Replace(path, Path.GetFileName(path), StringComparison.Ordinal))];
            if (report.Files.Count == 0)
            {
                return TypedResults.Problem(string.Join(' ', failures), statusCode: StatusCodes.Status422UnprocessableEntity);
            }

            await trigger.AnalyseAsync(cancellationToken);
            return TypedResults.Ok(ImportResource.Of(report, failures));
        }
        catch (InputErrorException problem)
        {
            return TypedResults.Problem(problem.Message.Replace(path, Path.GetFileName(path), StringComparison.Ordinal), statusCode: StatusCodes.Status422UnprocessableEntity);
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ProblemHttpResult? Refusal(HttpRequest request, string profile, ProfileCatalogue profiles)
    {
        // There are no accounts yet: a page of another site must not be able to import through the browser of somebody here.
        if (request.Headers.Origin is [{ Length: > 0 } origin, ..] && (!Uri.TryCreate(origin, UriKind.Absolute, out Uri? from) || !string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)))
        {
            return TypedResults.Problem("The request comes from a page of another site, which may not import.", statusCode: StatusCodes.Status403Forbidden);
        }

        if (request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
        {
            return TypedResults.Problem("The request is a form. Send the file itself as the body.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        if (!profiles.Names.Contains(profile, StringComparer.Ordinal))
        {
            return TypedResults.Problem($"There is no profile '{profile}'. Known: {string.Join(", ", profiles.Names)}.", statusCode: StatusCodes.Status400BadRequest);
        }

        return request.ContentLength > PagesSetup.LargestUploadBytes ? TooLarge() : null;
    }

    private static ProblemHttpResult TooLarge() => TypedResults.Problem(
        $"The file has more than {PagesSetup.LargestUploadBytes:N0} bytes. Compress it with gzip, or import it on the machine with the verb import.", statusCode: StatusCodes.Status413PayloadTooLarge);
}
