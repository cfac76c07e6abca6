using System;
using System.IO;
using System.Numerics;

namespace GenNet;

/// <content>Images, and data sets in memory.</content>
public static partial class DataStream
{
    /// <summary>The rows of a data set in memory, in their order: to change them while they are read, as <see cref="DataStream{T}.Augment"/> does.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="data">The data set.</param>
    public static DataStream<T> FromDataset<T>(Dataset<T> data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(data);
        return new DatasetStream<T>(data);
    }

    /// <summary>The images of the files of CIFAR-10, plain or .gz, as <see cref="Dataset.FromCifar10(string[])"/> reads them.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="paths">The files, at least one.</param>
    /// <remarks>While it is read, a file that has no record or a part of one, is damaged, or has a label above 9 is an <see cref="InvalidDataException"/> that names file and record.</remarks>
    public static DataStream<T> FromCifar10<T>(params string[] paths)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new CifarStream<T>(Dataset.Checked(paths), CifarFormat.Ten);

    /// <summary>The images of a file of CIFAR-100, plain or .gz, as <see cref="Dataset.FromCifar100"/> reads them.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="coarse">Whether the classes are the twenty coarse ones instead of the hundred fine ones.</param>
    /// <remarks>While it is read, a file that has no record or a part of one, is damaged, or has a label that is none of the classes is an <see cref="InvalidDataException"/> that
    /// names the record.</remarks>
    public static DataStream<T> FromCifar100<T>(string path, bool coarse = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new CifarStream<T>(Dataset.Checked([path]), CifarFormat.Hundred(coarse));

    /// <summary>Images in folders, one for each class, as <see cref="Dataset.FromImageFolders"/> reads them, each decoded when it is read.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="root">The folder of the folders; what is in them is listed here, and the first image decoded.</param>
    /// <param name="decoder">What reads an image from its file; <see cref="Netpbm.Read"/>, which reads PGM and PPM, without one.</param>
    /// <param name="seed">Which order the files have, the same in each pass. Without one they are sorted by class, and to be shuffled in a fit, a buffer
    /// (<see cref="DataStream{T}.ShuffleRows"/>) must hold many times the images of a class.</param>
    /// <exception cref="InvalidDataException">There is no class, a class without an image, or the decoder refuses the first image. While it is read: it refuses another one, or
    /// an image has another shape than the first.</exception>
    /// <exception cref="IOException">A file or a folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static DataStream<T> FromImageFolders<T>(string root, ImageDecoder? decoder = null, int? seed = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ImageFolders folders = ImageFolders.List(root, decoder);
        if (seed is { } order)
            folders = folders.Shuffled(order);
        return new ImageFolderStream<T>(folders, folders.Read(0, like: null));
    }
}
