using Insights.Classification;
using Insights.Tests.Text;
using Insights.Text;
using Shouldly;
using Xunit;

namespace Insights.Tests.Classification;

public sealed class DualCoordinateDescentTests
{
    // scikit-learn 1.2.1, texts and kinds of SmallTexts, TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=1):
    // LinearSVC(C=C, tol=1e-9, max_iter=1000000) and LogisticRegression(C=C, solver="liblinear", tol=1e-10), one kind against the rest;
    // the objective is 0.5*(w@w + b*b) + C*sum(loss).
    public static TheoryData<LinearLoss, double, int, double, double[]> ScikitLearn => new()
    {
        { LinearLoss.SquaredHinge, 0.5, 0, 1.643607, [0.44818, -0.70539, 0.52262, -0.65727, -0.63245, -0.57709, -0.6901, 0.4797] },
        { LinearLoss.SquaredHinge, 0.5, 2, 1.469013, [-0.69469, -0.72485, -0.73529, -0.73592, 0.36096, 0.3532, -0.76658, -0.69049] },
        { LinearLoss.SquaredHinge, 1, 1, 1.937517, [-0.77665, 0.69254, -0.81658, 0.67345, -0.75966, -0.80385, 0.72112, -0.81864] },
        { LinearLoss.Logistic, 0.5, 1, 2.414509, [-0.4811, 0.11787, -0.53092, 0.09839, -0.46301, -0.50714, 0.14087, -0.53189] },
        { LinearLoss.Logistic, 1, 0, 4.427024, [0.21485, -0.82524, 0.31033, -0.75427, -0.70523, -0.6295, -0.80595, 0.2587] },
        { LinearLoss.Logistic, 1, 2, 4.125137, [-0.92806, -0.99222, -0.98773, -0.9951, -0.0418, -0.05307, -1.04162, -0.93295] },
    };

    [Theory]
    [MemberData(nameof(ScikitLearn))]
    public void Optimum_EqualsScikitLearns(LinearLoss loss, double cost, int kind, double objective, double[] scores)
    {
        (SparseRows rows, LinearFit fit) = Fit(loss, cost);

        fit.Converged.ShouldBeTrue();
        Objective(rows, fit, loss, cost, kind).ShouldBe(objective, 1e-4);
        for (int row = 0; row < scores.Length; row++)
        {
            Score(rows, fit, row, kind).ShouldBe(scores[row], 1e-3);
        }
    }

    [Fact]
    public void TooFewPasses_SayThatTheFitDidNotConverge()
    {
        (_, LinearFit fit) = Fit(LinearLoss.SquaredHinge, 1, mostEpochs: 1);

        fit.Converged.ShouldBeFalse();
        fit.Epochs.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 0.5, 1, "Cost")]
    [InlineData(1, 1.5, 1, "ClassBalance")]
    [InlineData(1, 0.5, 0, "PhraseWeight")]
    public void SettingOutOfRange_IsNamed(double cost, double balance, double phraseWeight, string name) => Should.Throw<ArgumentException>(
        () => new LinearTrainingOptions { Cost = cost, ClassBalance = balance, PhraseWeight = phraseWeight }.Check()).Message.ShouldContain(name);

    /// <summary>A row of weight 2 is worth two rows of weight 1: the optimum of the sum is the same.</summary>
    [Fact]
    public void WeightOfRow_CountsAsSoManyRows()
    {
        (SparseRows rows, LinearFit _) = Fit(LinearLoss.SquaredHinge, 1);
        int[] twice = [.. Enumerable.Range(0, rows.RowCount), 0];
        float[] signs = new float[rows.RowCount * DualCoordinateDescent.Lanes];
        for (int row = 0; row < rows.RowCount; row++)
        {
            signs[row * DualCoordinateDescent.Lanes] = SmallTexts.Kinds[row] == 0 ? 1 : -1;
        }

        float[] costs = [.. Enumerable.Repeat(1f, 2 * DualCoordinateDescent.Lanes)];
        float[] ones = [.. Enumerable.Repeat(1f, rows.RowCount + 1)];
        float[] firstWeighsTwo = [2, .. ones[1..]];
        SparseRows repeated = Select(rows, twice);
        float[] repeatedSigns = [.. signs, .. signs[..DualCoordinateDescent.Lanes]];
        var options = new LinearTrainingOptions { Cost = 1, Tolerance = 1e-5, MostEpochs = 20_000 };

        LinearFit weighed = DualCoordinateDescent.Fit(rows, [.. Enumerable.Range(0, rows.RowCount)], signs, costs, firstWeighsTwo, options);
        LinearFit doubled = DualCoordinateDescent.Fit(repeated, [.. Enumerable.Range(0, twice.Length)], repeatedSigns, costs, ones, options);

        for (int row = 0; row < rows.RowCount; row++)
        {
            Score(rows, weighed, row, 0).ShouldBe(Score(rows, doubled, row, 0), 1e-3);
        }
    }

    private static (SparseRows Rows, LinearFit Fit) Fit(LinearLoss loss, double cost, int mostEpochs = 5_000)
    {
        TfidfVectorizer vectorizer = new TfidfVectorizerTrainer(new VectorizerOptions { FewestTextsOfTerm = 1 }).Fit(SmallTexts.Texts);
        SparseRows values = TfidfVectorizerTrainer.Transform(vectorizer, SmallTexts.Texts);
        float[] ones = [.. Enumerable.Repeat(1f, values.ColumnCount)];
        SparseRows rows = HeadRows.Weigh(values, vectorizer.Layout, ones, [1, 1, 1, 1]);
        var signs = new float[rows.RowCount * DualCoordinateDescent.Lanes];
        for (int row = 0; row < rows.RowCount; row++)
        {
            for (int kind = 0; kind < 3; kind++)
            {
                signs[(row * DualCoordinateDescent.Lanes) + kind] = SmallTexts.Kinds[row] == kind ? 1 : -1;
            }
        }

        float[] costs = [.. Enumerable.Repeat((float)cost, 2 * DualCoordinateDescent.Lanes)];
        var options = new LinearTrainingOptions { Loss = loss, Cost = cost, Tolerance = 1e-4, MostEpochs = mostEpochs };
        return (rows, DualCoordinateDescent.Fit(rows, [.. Enumerable.Range(0, rows.RowCount)], signs, costs, [.. Enumerable.Repeat(1f, rows.RowCount)], options));
    }

    private static SparseRows Select(SparseRows rows, int[] chosen)
    {
        int[] offsets = new int[chosen.Length + 1];
        for (int index = 0; index < chosen.Length; index++)
        {
            offsets[index + 1] = offsets[index] + rows.ColumnsOf(chosen[index]).Length;
        }

        return rows with
        {
            Offsets = offsets,
            Columns = [.. chosen.SelectMany(row => rows.ColumnsOf(row).ToArray())],
            Values = [.. chosen.SelectMany(row => rows.ValuesOf(row).ToArray())],
        };
    }

    private static double Score(SparseRows rows, LinearFit fit, int row, int kind)
    {
        double score = fit.Weights.Intercept(kind);
        for (int entry = rows.Offsets[row]; entry < rows.Offsets[row + 1]; entry++)
        {
            score += rows.Values[entry] * fit.Weights[rows.Columns[entry], kind];
        }

        return score;
    }

    private static double Objective(SparseRows rows, LinearFit fit, LinearLoss loss, double cost, int kind)
    {
        double squares = fit.Weights.Intercept(kind) * fit.Weights.Intercept(kind);
        squares += Enumerable.Range(0, rows.ColumnCount).Sum(column => (double)fit.Weights[column, kind] * fit.Weights[column, kind]);
        double losses = Enumerable.Range(0, rows.RowCount).Sum(row =>
        {
            double margin = (SmallTexts.Kinds[row] == kind ? 1 : -1) * Score(rows, fit, row, kind);
            return loss == LinearLoss.SquaredHinge ? Math.Pow(Math.Max(0, 1 - margin), 2) : Math.Log(1 + Math.Exp(-margin));
        });
        return (squares / 2) + (cost * losses);
    }
}
