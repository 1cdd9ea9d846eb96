; The Windows installer, for Inno Setup 6: per user, no administrator. Signed by `SignTool=release` in release.yml.
; `make windows-package` compiles it under Wine, installs and removes the program.
#define Name "MLTag Desktop"
#ifndef Version
  #error Version is given on the command line: iscc /DVersion=0.1.0
#endif
#ifndef Dist
  #define Dist "..\..\dist"
#endif

[Setup]
AppId={{6E0B7B0C-6B62-4E0C-9E57-3F1D5D0C5A41}
AppName={#Name}
AppVersion={#Version}
AppPublisher=MLTag Desktop developers
DefaultDirName={localappdata}\Programs\MLTag
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
ChangesEnvironment=yes
SetupIconFile=..\..\build\icons\mltag.ico
UninstallDisplayIcon={app}\mltag-desktop.exe
LicenseFile=..\..\LICENSE
OutputDir={#Dist}
OutputBaseFilename=mltag-desktop-{#Version}-windows-x64
#ifdef Sign
SignTool=release
SignedUninstaller=yes
#endif

[Tasks]
Name: desktopicon; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: path; Description: "Put mltag on the command line"

[Files]
Source: "{#Dist}\mltag\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "..\..\build\icons\document.ico"; DestDir: "{app}"; Flags: ignoreversion

[InstallDelete]
; a newer version may have fewer files
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\mltag-desktop.exe"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\mltag-desktop.exe"; Tasks: desktopicon

[Registry]
Root: HKCU; Subkey: "Software\Classes\.mltag"; ValueType: string; ValueData: "MLTag.Workspace"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKCU; Subkey: "Software\Classes\MLTag.Workspace"; ValueType: string; ValueData: "MLTag workspace"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\MLTag.Workspace\DefaultIcon"; ValueType: string; ValueData: "{app}\document.ico"
Root: HKCU; Subkey: "Software\Classes\MLTag.Workspace\shell\open\command"; ValueType: string; ValueData: """{app}\mltag-desktop.exe"" ""%1"""
Root: HKCU; Subkey: "Software\Classes\.mltagmodel"; ValueType: string; ValueData: "MLTag.Model"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKCU; Subkey: "Software\Classes\MLTag.Model"; ValueType: string; ValueData: "MLTag model"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\MLTag.Model\DefaultIcon"; ValueType: string; ValueData: "{app}\document.ico"
Root: HKCU; Subkey: "Software\Classes\MLTag.Model\shell\open\command"; ValueType: string; ValueData: """{app}\mltag-desktop.exe"" ""%1"""
; tables are offered, and stay with the program that opens them now
Root: HKCU; Subkey: "Software\Classes\Applications\mltag-desktop.exe"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Applications\mltag-desktop.exe\shell\open\command"; ValueType: string; ValueData: """{app}\mltag-desktop.exe"" ""%1"""
Root: HKCU; Subkey: "Software\Classes\.csv\OpenWithList\mltag-desktop.exe"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\.xlsx\OpenWithList\mltag-desktop.exe"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: IsNotOnPath

[Run]
Filename: "{app}\mltag-desktop.exe"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent

[Code]
function OnPath(): String;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Result) then Result := '';
end;

function IsNotOnPath(): Boolean;
begin
  Result := Pos(';' + ExpandConstant('{app}') + ';', ';' + OnPath() + ';') = 0;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Before, After: String;
begin
  if Step <> usPostUninstall then exit;
  Before := ';' + OnPath() + ';';
  After := Before;
  StringChangeEx(After, ';' + ExpandConstant('{app}') + ';', ';', True);
  if After <> Before then
    RegWriteExpandStringValue(HKCU, 'Environment', 'Path', Copy(After, 2, Length(After) - 2));
end;
