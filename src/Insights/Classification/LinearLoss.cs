namespace Insights.Classification;

/// <summary>What a linear trainer minimises beside ½‖w‖².</summary>
public enum LinearLoss
{
    /// <summary>C · Σ max(0, 1 − y·f(x))²: the L2-loss support vector machine.</summary>
    SquaredHinge = 0,

    /// <summary>C · Σ ln(1 + exp(−y·f(x))): logistic regression.</summary>
    Logistic = 1,
}
