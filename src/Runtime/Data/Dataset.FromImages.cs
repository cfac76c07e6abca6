using System;
using System.Collections.Immutable;
using System.IO;
using System.Numerics;

namespace GenNet;

/// <content>Images.</content>
public static partial class Dataset
{
    /// <summary>A float data set of the files of CIFAR-10 in their binary form, such as data_batch_1.bin to data_batch_5.bin, plain or .gz.</summary>
    /// <param name="paths">The files, at least one: records of a label and of 32 x 32 red, then green, then blue bytes. Each becomes a row of [3, 32, 32], its bytes divided by
    /// 255, and a one-hot row of ten classes.</param>
    /// <exception cref="InvalidDataException">A file has no record or a part of one, is damaged, or has a label above 9; the message names the file and the record.</exception>
    /// <exception cref="IOException">A file is a folder, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static Dataset<float> FromCifar10(params string[] paths) => FromCifar<float>(paths, CifarFormat.Ten);

    /// <inheritdoc cref="FromCifar10(string[])"/>
    /// <summary>A data set of the files of CIFAR-10 in their binary form, plain or .gz.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    public static Dataset<T> FromCifar10<T>(params string[] paths)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => FromCifar<T>(paths, CifarFormat.Ten);

    /// <summary>A data set of a file of CIFAR-100 in its binary form, train.bin or test.bin, plain or .gz.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="path">The file: records of a coarse label, a fine label and of 32 x 32 red, then green, then blue bytes. Each becomes a row of [3, 32, 32], its bytes divided by
    /// 255, and a one-hot row.</param>
    /// <param name="coarse">Whether the classes are the twenty coarse ones instead of the hundred fine ones.</param>
    /// <exception cref="InvalidDataException">The file has no record or a part of one, is damaged, or has a label that is none of the classes; the message names the record.</exception>
    /// <exception cref="IOException">It is a folder, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Dataset<T> FromCifar100<T>(string path, bool coarse = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => FromCifar<T>([path], CifarFormat.Hundred(coarse));

    /// <summary>
    /// A data set of images in folders, one for each class, in the folder <paramref name="root"/>. Classes and the files of each stand in ordinal order, and
    /// <see cref="Dataset{T}.ClassNames"/> are the names of the folders. What begins with a dot is left out.
    /// </summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="root">The folder of the folders.</param>
    /// <param name="decoder">What reads an image from its file; <see cref="Netpbm.Read"/>, which reads PGM and PPM, without one.</param>
    /// <exception cref="InvalidDataException">There is no class, a class without an image, an image that the decoder refuses, or one of another shape than the first; the
    /// message names the file.</exception>
    /// <exception cref="IOException">A file or a folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Dataset<T> FromImageFolders<T>(string root, ImageDecoder? decoder = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ImageFolders folders = ImageFolders.List(root, decoder);
        DecodedImage first = folders.Read(0, like: null);
        using var reader = new ImageFolderReader<T>(folders, first);
        return All(reader, first.Pixels.Length, folders.Classes.Length, root, folders.Classes);
    }

    /// <summary>The paths of files, at least one.</summary>
    internal static ImmutableArray<string> Checked(string[] paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Length == 0)
            throw new ArgumentException("Expected at least one file, got none.", nameof(paths));
        foreach (string path in paths)
            ArgumentException.ThrowIfNullOrEmpty(path, nameof(paths));
        return [.. paths];
    }

    private static Dataset<T> FromCifar<T>(string[] paths, CifarFormat format)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ImmutableArray<string> files = Checked(paths);
        using var reader = new CifarStreamReader<T>(files, format);
        return All(reader, CifarFormat.Numbers, format.Classes, files[0], []);
    }

    private static Dataset<T> All<T>(DataReader<T> reader, int inputSize, int targetSize, string name, ImmutableArray<string> classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        GrowingRows<T> inputs = new(inputSize, name), targets = new(targetSize, name);
        while (reader.Read(inputs.Next(), targets.Next()) > 0)
        {
            inputs.Keep();
            targets.Keep();
        }

        return new Dataset<T>(inputs.Memory, targets.Memory, inputSize, targetSize) { ClassNames = classes };
    }
}
