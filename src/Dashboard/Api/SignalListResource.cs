namespace Dashboard.Api;

/// <summary>A list of signals with how many there are.</summary>
public sealed record SignalListResource(string Collection, DateOnly? AsOf, int Count, IReadOnlyList<SignalResource> Signals);
