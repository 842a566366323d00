using System.CommandLine;
using Insights;

namespace Dashboard.Verbs;

/// <summary>The program's table of contents: one line a verb. Exit codes: 0 done, 1 failed, 2 wrong usage.</summary>
public static class InsightsCommand
{
    private const int Failed = 1;
    private const int WrongUsage = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        ParseResult parsed = Create().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (string message in parsed.Errors.Select(error => error.Message))
            {
                await Console.Error.WriteLineAsync(message);
            }

            await Console.Error.WriteLineAsync("Run the verb with --help to see what it takes.");
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (InputErrorException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped before the end. What had been stored is kept; run the same command again to go on.");
            return Failed;
        }
    }

    private static RootCommand Create()
    {
        RootCommand root = new("Finds systemic issues in complaints. Without a verb it serves the web pages.")
        {
            ServeVerb.Create(),
            DemoVerb.Create(),
            ClassifyVerb.Create(),
            TrainVerb.Create(),
            EvaluateVerb.Create(),
            ImportVerb.Create(),
            DetectVerb.Create(),
            BacktestVerb.Create(),
            AnalyseVerb.Create(),
            RedactVerb.Create(),
        };
        ServeVerb.Add(root);
        return root;
    }
}
