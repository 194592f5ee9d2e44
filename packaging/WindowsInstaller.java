package packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The installer's source for the WiX Toolset: all files, the command on the PATH, the entry of the start menu, and "Open in Parley" for folders
 * whose names end in {@code .parley}. jpackage's own installer knows neither the PATH nor folders.
 */
final class WindowsInstaller {
    private static final String STUDIO = "Parley Studio.exe";
    private final StringBuilder directories = new StringBuilder();
    private final List<String> components = new ArrayList<>();
    private final Path root;

    private WindowsInstaller(Path root) {
        this.root = root;
    }

    static String source(Path root, String version, Path icon) throws IOException {
        var installer = new WindowsInstaller(root);
        installer.folder(root, "            ");
        var refs = new StringBuilder();
        installer.components.forEach(id -> refs.append("            <ComponentRef Id=\"").append(id).append("\"/>\n"));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
                  <Product Id="*" Name="Parley" Language="1033" Version="%1$s" Manufacturer="The Parley contributors" UpgradeCode="8b0f6f0e-6c43-4f38-9d0c-2f7e6f2d4a11">
                    <Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine" Platform="x64" Description="Parley %1$s"/>
                    <MajorUpgrade DowngradeErrorMessage="A newer version of Parley is installed already."/>
                    <Media Id="1" Cabinet="parley.cab" EmbedCab="yes"/>
                    <Icon Id="parley.ico" SourceFile="%2$s"/>
                    <Property Id="ARPPRODUCTICON" Value="parley.ico"/>
                    <Directory Id="TARGETDIR" Name="SourceDir">
                      <Directory Id="ProgramMenuFolder"/>
                      <Directory Id="ProgramFiles64Folder">
                        <Directory Id="INSTALLDIR" Name="Parley">
                %3$s            <Component Id="OnPath" Guid="%4$s" Win64="yes" KeyPath="yes">
                              <Environment Id="Path" Name="PATH" Value="[INSTALLDIR]" Part="last" Action="set" Permanent="no" System="yes"/>
                            </Component>
                            <Component Id="Folders" Guid="%5$s" Win64="yes">
                              <RegistryKey Root="HKLM" Key="Software\\Classes\\Directory\\shell\\Parley">
                                <RegistryValue Type="string" Value="Open in Parley" KeyPath="yes"/>
                                <RegistryValue Type="string" Name="AppliesTo" Value="System.FileName:~&gt;&quot;.parley&quot;"/>
                                <RegistryValue Type="string" Name="Icon" Value="[INSTALLDIR]%6$s"/>
                                <RegistryValue Type="string" Key="command" Value="&quot;[INSTALLDIR]%6$s&quot; &quot;%%1&quot;"/>
                              </RegistryKey>
                            </Component>
                        </Directory>
                      </Directory>
                    </Directory>
                    <Feature Id="All" Level="1">
                %7$s            <ComponentRef Id="OnPath"/>
                            <ComponentRef Id="Folders"/>
                    </Feature>
                  </Product>
                </Wix>
                """.formatted(version, escape(icon.toString()), installer.directories, guid("PATH"), guid("folders"), STUDIO, refs);
    }

    private void folder(Path folder, String indent) throws IOException {
        try (var all = Files.list(folder)) {
            for (var file : all.sorted().toList()) {
                var id = "i" + guid(root.relativize(file).toString()).replace("-", "");
                var name = escape(file.getFileName().toString());
                if (Files.isDirectory(file)) {
                    directories.append(indent).append("<Directory Id=\"").append(id).append("\" Name=\"").append(name).append("\">\n");
                    folder(file, indent + "  ");
                    directories.append(indent).append("</Directory>\n");
                } else file(file, id, name, indent);
            }
        }
    }

    private void file(Path file, String id, String name, String indent) {
        components.add(id);
        directories.append(indent).append("<Component Id=\"").append(id).append("\" Guid=\"").append(guid("component " + root.relativize(file)))
                .append("\" Win64=\"yes\"><File Id=\"f").append(id).append("\" Name=\"").append(name).append("\" Source=\"").append(escape(file.toString()))
                .append("\" KeyPath=\"yes\">");
        if (name.equals(STUDIO)) {
            directories.append("<Shortcut Id=\"Menu\" Directory=\"ProgramMenuFolder\" Name=\"Parley\" Icon=\"parley.ico\" WorkingDirectory=\"INSTALLDIR\" Advertise=\"yes\"/>");
        }
        directories.append("</File></Component>\n");
    }

    /** The same for the same file in every version, which is how an update knows it. */
    private static String guid(String name) {
        return UUID.nameUUIDFromBytes(("parley " + name.replace('\\', '/')).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
