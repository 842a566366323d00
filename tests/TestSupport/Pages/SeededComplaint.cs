using Ingest.Store.Entities;

namespace TestSupport.Pages;

/// <summary>A complaint with the rows that belong to it.</summary>
internal sealed record SeededComplaint(ComplaintRow Row, string[] Themes, string Text, PredictionRow? Prediction);
