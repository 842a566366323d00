namespace Insights.Detection.Scanning;

/// <summary>
/// Follows the level of a series by a gamma–Poisson filter: the level has a gamma distribution, loses certainty with each period as levels drift, and gains
/// some from each count. Counts beyond chance are cut, so that an outbreak does not raise what is expected after it; a level that stays elsewhere is
/// taken over at once.
/// Sources: A. C. Harvey and C. Fernandes (1989), JBES 7, pp. 408–412; M. West, P. J. Harrison and H. S. Migon (1985), JASA 80, pp. 73–83.
/// </summary>
internal sealed class LevelFilter(Calendar calendar)
{
    /// <summary>A count further out than this is cut (the 99.5% point of a normal variable; Noufaily and others 2013, p. 1210).</summary>
    private const double CutDeviations = 2.58;

    /// <summary>What lies further out than this is an event, not chance.</summary>
    private const double OutlierDeviations = 5;

    /// <summary>Jeffreys' prior of a Poisson mean.</summary>
    private const double PriorShape = 0.5;

    /// <summary>A squared residual counts at most as nine of the usual for the dispersion, or past outbreaks would pass for chance.</summary>
    private const double LargestSquare = 9;

    /// <summary>The sum over a shift's periods lies at least so many standard deviations off, and each half of them at least two.</summary>
    private const double ShiftDeviations = 4;
    private const double HalfShiftDeviations = 2;

    /// <summary>Brings the track past one period.</summary>
    public void Step(SeriesTrack track, int period, int year)
    {
        Predict(track, period, track.DriftAt(period, year, calendar.HalfYear));
        double exposure = track.CumulatedExposures[year][period + 1] - track.CumulatedExposures[year][period];
        double expected = track.Levels[period] * exposure;
        double dispersion = track.Dispersions[period];
        double count = track.Counts.Complaints[period];
        double limit = double.PositiveInfinity;
        if (track.Rate > 0 && period >= calendar.ShiftLengths[0])
        {
            double variance = (dispersion * expected) + (track.Variances[period] * expected * expected);
            limit = expected + (CutDeviations * Math.Sqrt(variance)) + 1;
            if (expected > 0)
            {
                double difference = count - expected;
                track.Squares += Math.Min(LargestSquare, difference * difference / variance) * dispersion;
                track.SquaresWeight++;
            }
        }

        track.Limits[period] = double.IsInfinity(limit) ? limit : expected + ((limit - expected) * OutlierDeviations / CutDeviations);
        track.Shape += Math.Min(count, limit);
        track.Rate += exposure;
        Rebase(track, period, year);
        Predict(track, period + 1, 0);
    }

    /// <summary>Writes what is known before a period.</summary>
    private static void Predict(SeriesTrack track, int period, double drift)
    {
        if (drift > 0)
        {
            // In complaints, not in units of φ: an early misjudgement of φ is so forgotten.
            double shape = 1 / ((1 / track.Shape) + (drift / Math.Max(1, track.Squares / track.SquaresWeight)));
            track.Rate *= shape / track.Shape;
            track.Shape = shape;
        }

        track.Levels[period] = track.Rate > 0 ? track.Shape / track.Rate : 0;
        track.Dispersions[period] = Math.Max(1, track.Squares / track.SquaresWeight);
        track.Variances[period] = track.Dispersions[period] / track.Shape;
    }

    private void Rebase(SeriesTrack track, int period, int year)
    {
        foreach (int length in calendar.ShiftLengths)
        {
            int start = period - length + 1;
            if (start < calendar.ShiftLengths[0] || (track.Shifts.Count > 0 && start <= track.Shifts[^1]))
            {
                return;
            }

            int middle = start + (length / 2);
            double whole = Deviations(track, start, start, period, year);
            if (Math.Abs(whole) >= ShiftDeviations
                && Deviations(track, start, start, middle - 1, year) * Math.Sign(whole) >= HalfShiftDeviations
                && Deviations(track, start, middle, period, year) * Math.Sign(whole) >= HalfShiftDeviations)
            {
                int from = HasSettled(track, start, middle, period, year) ? start : middle;
                track.Shape = PriorShape + track.Counts.Sum(from, period);
                track.Rate = track.CumulatedExposures[year][period + 1] - track.CumulatedExposures[year][from];
                track.Shifts.Add(period);
                return;
            }
        }
    }

    /// <summary>False when the later half lies beyond the earlier one: a part of that still belonged to the old level.</summary>
    private static bool HasSettled(SeriesTrack track, int start, int middle, int period, int year)
    {
        double[] cumulated = track.CumulatedExposures[year];
        double ratio = (cumulated[period + 1] - cumulated[middle]) / (cumulated[middle] - cumulated[start]);
        double expected = track.Counts.Sum(start, middle - 1) * ratio;
        double difference = track.Counts.Sum(middle, period) - expected;
        return difference * difference <= HalfShiftDeviations * HalfShiftDeviations * ((track.Dispersions[start] * expected * (1 + ratio)) + 1);
    }

    /// <summary>How far the counts of some periods lie from what was expected before <paramref name="origin"/>, in standard deviations.</summary>
    private static double Deviations(SeriesTrack track, int origin, int start, int end, int year)
    {
        double expected = track.Levels[origin] * (track.CumulatedExposures[year][end + 1] - track.CumulatedExposures[year][start]);
        double drift = track.Drifts[year] * ExpectedCourse.DriftLength(end - origin + 1);
        double variance = (track.Dispersions[origin] * expected) + ((track.Variances[origin] + drift) * expected * expected);
        double difference = track.Counts.Sum(start, end) - expected;

        // One complaint more than nothing is no new level: what is rare needs a few before it is one.
        return difference / Math.Sqrt(variance + 1);
    }
}
