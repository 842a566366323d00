using Ingest.Store.Entities;
using Insights;
using Insights.Detection;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.PageQueries.Signals;

/// <summary>Records what a person decided about a signal: always with a reason and a name.</summary>
public sealed class SignalTriage(InsightsDbContext store, TimeProvider clock)
{
    public const int LongestName = 100;
    public const int LongestReason = 1000;

    /// <returns>False when there is no such signal.</returns>
    /// <exception cref="InputErrorException">The reason or the name is missing or too long, or the state is none a person can choose.</exception>
    public async Task<bool> DecideAsync(long id, SignalState state, string reason, string name, CancellationToken cancellationToken)
    {
        if (state == SignalState.New || reason.Trim().Length is 0 or > LongestReason || name.Trim().Length is 0 or > LongestName)
        {
            throw new InputErrorException(
                $"A decision needs a state other than new, a reason of 1 to {LongestReason} characters and a name of 1 to {LongestName} characters.");
        }

        SignalRow? row = await store.Signals.FirstOrDefaultAsync(signal => signal.Id == id, cancellationToken);
        if (row is null)
        {
            return false;
        }

        row.State = state.ToString();
        row.StateReason = reason.Trim();
        row.StateChangedBy = name.Trim();
        row.StateChangedAtUtc = clock.GetUtcNow().UtcDateTime;
        await store.SaveChangesAsync(cancellationToken);
        return true;
    }
}
