namespace Ingest.Sources;

/// <summary>The checksum of ZIP archives: CRC-32 with the reversed polynomial of ISO 3309 (APPNOTE.TXT, 4.4.7), which .NET does not compare when it reads.</summary>
internal sealed class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int Slices = 8;
    private static readonly uint[][] Tables = MakeTables();
    private uint state = uint.MaxValue;

    public uint Value => ~state;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        uint crc = state;
        while (bytes.Length >= Slices)
        {
            uint low = crc ^ BitConverter.ToUInt32(bytes);
            crc = Tables[7][(byte)low] ^ Tables[6][(byte)(low >> 8)] ^ Tables[5][(byte)(low >> 16)] ^ Tables[4][low >> 24]
                ^ Tables[3][bytes[4]] ^ Tables[2][bytes[5]] ^ Tables[1][bytes[6]] ^ Tables[0][bytes[7]];
            bytes = bytes[Slices..];
        }

        foreach (byte value in bytes)
        {
            crc = Tables[0][(byte)(crc ^ value)] ^ (crc >> 8);
        }

        state = crc;
    }

    private static uint[][] MakeTables()
    {
        uint[][] tables = [.. Enumerable.Range(0, Slices).Select(_ => new uint[256])];
        for (uint value = 0; value < 256; value++)
        {
            uint crc = value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
            }

            tables[0][value] = crc;
        }

        for (int slice = 1; slice < Slices; slice++)
        {
            for (int value = 0; value < 256; value++)
            {
                uint before = tables[slice - 1][value];
                tables[slice][value] = tables[0][(byte)before] ^ (before >> 8);
            }
        }

        return tables;
    }
}
