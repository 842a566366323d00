namespace Insights;

/// <summary>
/// Something a person gave (a file, a setting, an option) cannot be used. The message is the whole sentence the person reads: where, what was found,
/// what was expected, what to do; never personal data. Thrown anywhere, caught once at the edge (verb or page). Bad rows are values, not exceptions.
/// </summary>
public sealed class InputErrorException : Exception
{
    public InputErrorException(string message)
        : base(message)
    {
    }

    public InputErrorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InputErrorException()
    {
    }
}
