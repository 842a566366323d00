using System.Net;
using Insights;

namespace Dashboard.Setup;

/// <summary>Where the pages may listen: on this machine only, until accounts exist to tell people apart.</summary>
public static class LoopbackAddresses
{
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>Splits a list of addresses separated by semicolons and refuses any that other machines could reach.</summary>
    /// <exception cref="InputErrorException">An address is not a URL, or is not on this machine.</exception>
    public static IReadOnlyList<string> Parse(string urls)
    {
        string[] addresses = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (addresses.Length == 0)
        {
            throw new InputErrorException($"--urls is empty. Expected an address such as {Default}.");
        }

        foreach (string address in addresses)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
            {
                throw new InputErrorException($"--urls: '{address}' is not an address. Expected one such as {Default}.");
            }

            if (!IsLoopback(uri))
            {
                throw new InputErrorException(
                    $"--urls: '{address}' can be reached from other machines. The pages have no accounts yet, so they listen on this machine only: "
                    + $"use {Default}, or put a proxy that signs people in before it.");
            }
        }

        return addresses;
    }

    private static bool IsLoopback(Uri uri) =>
        string.Equals(uri.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
