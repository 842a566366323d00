using System.Security.Cryptography;
using System.Text;
using Insights;

namespace Ingest.Store;

/// <summary>
/// Encrypts original texts and refused rows with AES-256-GCM (NIST SP 800-38D) and a key that is not in the database. An encrypted value is: version
/// (1 byte), nonce (12 random bytes), tag (16 bytes), ciphertext.
/// </summary>
public sealed class RawTextCipher : IDisposable
{
    private const byte FormatVersion = 1;
    private const int KeyBytes = 32;
    private const int HeaderBytes = 1;

    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    // One cipher for each thread: an instance is not safe for several at once.
    private readonly ThreadLocal<AesGcm> cipher;

    private RawTextCipher(byte[] key) => cipher = new ThreadLocal<AesGcm>(() => new AesGcm(key, TagBytes), trackAllValues: true);

    /// <summary>Loads the key of a store, or makes one when there is none yet.</summary>
    /// <param name="options">Says where the key file is.</param>
    /// <param name="storeHoldsEncryptedRows">True when the store has encrypted rows already: then a missing key is an error, because a new one could not read them.</param>
    /// <exception cref="InputErrorException">The key file is missing though needed, unreadable, or holds no key.</exception>
    public static RawTextCipher Load(StorageOptions options, bool storeHoldsEncryptedRows)
    {
        string path = options.KeyFile ?? KeyFileBeside(options.DatabaseFile)
            ?? throw new InputErrorException("With PostgreSQL, set Storage:KeyFile to the file that holds (or shall hold) the key for original texts; it must not lie in the database.");
        try
        {
            return new RawTextCipher(File.Exists(path) ? ReadKey(path) : storeHoldsEncryptedRows ? throw Lost(path) : CreateKey(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputErrorException($"The key file {path} cannot be read or made: {problem.Message}", problem);
        }
    }

    public byte[] Encrypt(string text) => Encrypt(Encoding.UTF8.GetBytes(text));

    public byte[] Encrypt(ReadOnlySpan<byte> plain)
    {
        byte[] encrypted = new byte[HeaderBytes + NonceBytes + TagBytes + plain.Length];
        encrypted[0] = FormatVersion;
        Span<byte> nonce = encrypted.AsSpan(HeaderBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        cipher.Value!.Encrypt(nonce, plain, encrypted.AsSpan(HeaderBytes + NonceBytes + TagBytes), encrypted.AsSpan(HeaderBytes + NonceBytes, TagBytes));
        return encrypted;
    }

    /// <exception cref="InputErrorException">The value was encrypted with another key, or was changed since.</exception>
    public string Decrypt(byte[] encrypted)
    {
        int headerLength = HeaderBytes + NonceBytes + TagBytes;
        if (encrypted.Length < headerLength || encrypted[0] != FormatVersion)
        {
            throw new InputErrorException("An encrypted value of the store is damaged: its header is not one this version writes.");
        }

        byte[] plain = new byte[encrypted.Length - headerLength];
        try
        {
            cipher.Value!.Decrypt(
                encrypted.AsSpan(HeaderBytes, NonceBytes), encrypted.AsSpan(headerLength), encrypted.AsSpan(HeaderBytes + NonceBytes, TagBytes), plain);
        }
        catch (AuthenticationTagMismatchException problem)
        {
            throw new InputErrorException("An encrypted value of the store cannot be opened with this key file: it belongs to another store, or the value was changed.", problem);
        }

        return Encoding.UTF8.GetString(plain);
    }

    public void Dispose()
    {
        foreach (AesGcm instance in cipher.Values)
        {
            instance.Dispose();
        }

        cipher.Dispose();
    }

    private static string? KeyFileBeside(string? databaseFile) => databaseFile is null ? null : databaseFile + ".key";

    private static byte[] ReadKey(string path)
    {
        byte[] key = new byte[KeyBytes];
        return Convert.TryFromBase64String(File.ReadAllText(path).Trim(), key, out int length) && length == KeyBytes
            ? key
            : throw new InputErrorException($"The key file {path} does not hold a key. Expected {KeyBytes} bytes in base 64; restore it from your backup.");
    }

    private static byte[] CreateKey(string path)
    {
        byte[] key = RandomNumberGenerator.GetBytes(KeyBytes);
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (FileStream file = new(path, options))
        {
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(key)));
            file.Flush(flushToDisk: true);
        }

        return key;
    }

    private static InputErrorException Lost(string path) =>
        new($"The key file {path} is missing, and the store holds texts that only its key can open. Restore it from your backup, or set Storage:KeyFile to where it lies.");
}
