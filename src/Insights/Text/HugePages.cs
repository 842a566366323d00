using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Insights.Text;

/// <summary>
/// Large tables that are looked up at random are best kept on large pages of memory: with the usual pages of 4 KiB the processor spends more time on finding
/// where a row is than on reading it. Linux gives large pages to whoever asks for them (<c>madvise</c>, transparent huge pages); elsewhere nothing changes.
/// </summary>
internal static partial class HugePages
{
    /// <summary>MADV_HUGEPAGE of Linux (madvise(2)).</summary>
    private const int Advice = 14;

    private const long PageBytes = 4096;

    /// <summary>Smaller tables would hold no whole large page of 2 MiB.</summary>
    private const long FewestBytes = 2 << 20;

    /// <summary>An array of zeros that never moves, on large pages where there are any.</summary>
    public static T[] Allocate<T>(int length)
        where T : unmanaged
    {
        T[] array = GC.AllocateArray<T>(length, pinned: true);
        if (OperatingSystem.IsLinux() && (long)length * Unsafe.SizeOf<T>() >= FewestBytes)
        {
            Advise(array);
        }

        return array;
    }

    private static unsafe void Advise<T>(T[] array)
        where T : unmanaged
    {
        long start = (long)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        long first = (start + PageBytes - 1) / PageBytes * PageBytes;
        long end = (start + ((long)array.Length * sizeof(T))) / PageBytes * PageBytes;

        // Advice only: a system that does not take it (an old kernel, another page size, huge pages switched off) works as before.
        _ = MemoryAdvice((nint)first, (nuint)(end - first), Advice);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int MemoryAdvice(nint address, nuint length, int advice);
}
