namespace Dashboard.Api;

/// <summary>One file's import.</summary>
/// <param name="Id">Its number; <c>/imports/ID</c> shows its account and its refused rows.</param>
/// <param name="File">Its name.</param>
public sealed record ImportedFileResource(long Id, string File);
