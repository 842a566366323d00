namespace Dashboard.Pages.Shared;

/// <summary>A link with its words.</summary>
public sealed record PageLink(string Text, string Address);
