using System;

namespace GenNet.Fuzz.Files;

/// <summary>A kind of file: how valid ones are made, and how they are read.</summary>
/// <param name="Name">The name in the text of a case.</param>
/// <param name="Make">The valid file of a variation.</param>
/// <param name="Pack">What is done to the content once it is damaged.</param>
/// <param name="Prepare">A reading of the file in a directory, of a variation.</param>
internal sealed record FileFormat(string Name, Func<int, byte[]> Make, Func<byte[], byte[]> Pack, Func<string, int, FileReading> Prepare)
{
    /// <summary>So many variations of each format differ.</summary>
    public const int Variations = 6;
}

/// <summary>A reading of one file, prepared so that only the library's work is measured.</summary>
/// <param name="Read">Reads the file.</param>
/// <param name="IsTruth">Compares what was read with what the bytes say, where the file was accepted.</param>
/// <param name="IsUntouched">Checks that nothing has changed, where it was refused.</param>
/// <param name="MayRefuseOptions">Whether what the file says may be refused by an ArgumentException, as other options than those of the call.</param>
internal sealed record FileReading(Action<string> Read, Action<byte[]> IsTruth, Action IsUntouched, bool MayRefuseOptions = false);
